package dev.hotpix.publish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SampleRecording;
import dev.hotpix.measure.waste.SampleWaste;
import dev.hotpix.publish.SampleTelemetry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final SampleTelemetry telemetry = new SampleTelemetry();

    private JsonNode report() throws IOException {
        String text = new JsonReport(telemetry).get();
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127), text);
        return STRICT.readTree(text);
    }

    @Test
    void nothingMeasured() throws IOException {
        JsonNode report = report();
        assertEquals(JsonReport.SCHEMA_VERSION, report.get("schemaVersion").intValue());
        assertTrue(Instant.parse(report.get("time").textValue()).isBefore(Instant.now().plusSeconds(1)));
        assertEquals("1.2.3", report.get("agent").get("version").textValue());
        assertEquals(12_345, report.get("jvm").get("uptimeMillis").longValue());
        assertEquals(ProcessHandle.current().pid(), report.get("jvm").get("pid").longValue());
        assertEquals(System.getProperty("java.vm.name"), report.get("jvm").get("name").textValue());
        assertTrue(report.get("operations").isArray() && report.get("operations").isEmpty());
        assertTrue(report.get("sites").isArray() && report.get("sites").isEmpty());
        assertTrue(report.get("fallbacks").isObject() && report.get("fallbacks").isEmpty());
    }

    @Test
    void operations() throws IOException {
        SampleRecording.record(telemetry.of(Operation.ENCODE), Format.PNG, 900_000_000, 600_000_000, 6_000_000, 4_500_000);
        telemetry.of(Operation.DECODE).record(
                Api.TOOLKIT, Format.JPEG, Engine.LIBJPEG_TURBO, Outcome.ERROR, 20_000_000, 5);
        JsonNode encode = report().get("operations").get(0);
        assertEquals("{\"operation\":\"encode\",\"format\":\"png\",\"api\":\"imageio\",\"engine\":\"stock\","
                + "\"outcome\":\"ok\",\"calls\":1,\"totalNanos\":900000000,\"selfNanos\":300000000,"
                + "\"p50Nanos\":900000000,\"p90Nanos\":900000000,\"p99Nanos\":900000000,"
                + "\"p999Nanos\":900000000,\"maxNanos\":900000000,"
                + "\"pixels\":6000000,\"bytes\":4500000}", encode.toString());
        JsonNode decode = report().get("operations").get(1);
        assertEquals("[\"decode\",\"jpeg\",\"toolkit\",\"libjpeg-turbo\",\"error\"]", STRICT.createArrayNode()
                .add(decode.get("operation")).add(decode.get("format")).add(decode.get("api"))
                .add(decode.get("engine")).add(decode.get("outcome")).toString());
    }

    @Test
    void sites() throws IOException {
        telemetry.of(Operation.DECODE).record(
                Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK, 50_000_000, 1_000_000);
        telemetry.sites.add("A.b(A.java:1)", 40, 110, Engine.LIBJPEG_TURBO, 24_000_000, 2_000_000);
        telemetry.sites.add("A.c(A.java:2)", 1, 0, Engine.STOCK, 7_000_000, 3);
        JsonNode sites = report().get("sites");
        JsonNode many = sites.get(0);
        assertEquals("A.b(A.java:1)", many.get("site").textValue());
        assertEquals(150, many.get("calls").longValue());
        assertEquals(150, many.get("redirectedCalls").longValue());
        assertTrue(many.get("estimated").booleanValue());
        assertEquals(24e6, many.get("p50Nanos").doubleValue(), 24e6 * 0.032);
        JsonNode one = sites.get(1);
        assertFalse(one.get("estimated").booleanValue());
        assertTrue(one.get("p50Nanos").isNull() && one.get("p99Nanos").isNull());
        assertEquals(7_000_000, one.get("maxNanos").longValue());
        assertEquals(3, one.get("pixels").longValue());
    }

    /** What is not attributed to a line: three calls of one series, two of them seen. */
    @Test
    void unattributed() throws IOException {
        for (int i = 0; i < 3; i++) {
            telemetry.of(Operation.DECODE).record(Api.IMAGEIO, Format.GIF, Engine.STOCK, Outcome.OK, 900_000, 1);
        }
        telemetry.sites.add("A.b(A.java:1)", 2, 0, Engine.STOCK, 900_000, 1);
        JsonNode rest = report().get("unattributed");
        assertEquals(1, rest.get("calls").longValue());
        assertEquals(900_000, rest.get("selfNanos").longValue());
    }

    @Test
    void fallbacksAndEngines() throws IOException {
        telemetry.fallbacks.put("jpeg-decode", Map.of("progressive", 12L));
        telemetry.fallbacks.put("resize", Map.of());
        telemetry.engines.put("jpeg-decode", "stock (\"no\" AVX2)");
        JsonNode report = report();
        assertEquals("{\"jpeg-decode\":{\"progressive\":12},\"resize\":{}}", report.get("fallbacks").toString());
        assertEquals("stock (\"no\" AVX2)", report.get("engines").get("jpeg-decode").textValue());
    }

    @Test
    void verifications() throws IOException {
        telemetry.verifications.put("jpeg-decode", Map.of());
        telemetry.verificationFindings.put("jpeg-decode", List.of());
        assertFalse(report().has("verifications") || report().has("verificationFindings"));
        telemetry.verifications.put("jpeg-decode", Map.of("different", 1L));
        telemetry.verificationFindings.put("jpeg-decode", List.of("samples of \"x\", 9 bytes, SHA-256 ab"));
        telemetry.verifications.put("resize", Map.of());
        assertEquals("{\"jpeg-decode\":{\"different\":1}}", report().get("verifications").toString());
        assertEquals("{\"jpeg-decode\":[\"samples of \\\"x\\\", 9 bytes, SHA-256 ab\"]}",
                report().get("verificationFindings").toString());
    }

    @Test
    void waste() throws IOException {
        telemetry.waste.add(SampleWaste.shrunk("A.b(A.java:1)", 40, 480_000_000, 1_920_000));
        telemetry.waste.add(SampleWaste.repeated("A.c(A.java:2)", 300, 299, 1_234_000_000));
        telemetry.waste.add(SampleWaste.shrunk("A.few(A.java:3)", 9, 480_000_000, 2_000_000));
        JsonNode waste = report().get("waste");
        assertEquals(2, waste.size());
        assertEquals("{\"site\":\"A.b(A.java:1)\",\"images\":40,\"shrunkImages\":40,\"decodedPixels\":480000000,"
                + "\"shownPixels\":1920000,\"decodes\":40,\"repeats\":0,\"repeatNanos\":0,"
                + "\"advice\":[\"read-smaller\"]}", waste.get(0).toString());
        assertEquals("[\"cache\"]", waste.get(1).get("advice").toString());
    }

    /** A class file may name its class and method nearly as it likes. */
    @Test
    void hostileNames() throws IOException {
        StringBuilder name = new StringBuilder("</script><script>alert(1)</script>\"\\\u2028\ud800");
        for (char c = 0; c < 0x180; c++) {
            name.append(c);
        }
        telemetry.sites.add(name.toString(), 1, 0, Engine.STOCK, 2_000_000, 1);
        assertEquals(name.toString(), report().get("sites").get(0).get("site").textValue());
    }
}
