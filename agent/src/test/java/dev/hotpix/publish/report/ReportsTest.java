package dev.hotpix.publish.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.publish.SampleTelemetry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {

    @ParameterizedTest
    @CsvSource({"stderr, [hotpix]", "report.txt, [hotpix]", "/tmp/report, [hotpix]", "report.html, <!DOCTYPE html>",
        ".HTML, <!DOCTYPE html>", "a.json/report.log, [hotpix]", ".txt, [hotpix]", "REPORT.JSON, {", ".json, {", "json, [hotpix]"})
    void theExtensionChoosesTheFormat(String destination, String beginning) {
        String report = new Reports(new SampleTelemetry()).in(destination).get();
        assertTrue(report.startsWith(beginning), report);
    }
}
