package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.EncodeApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every write is counted once, whichever method the application calls, and writes what it wrote before. */
class EncodeTimingIT {

    private static final List<String> FORMATS = List.of("jpeg", "png", "bmp", "gif", "tiff");
    /** {@code ImageIO.write} to three kinds of output, and three methods of {@code ImageWriter}. */
    private static final int METHODS = 6;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void everyWriteIsCountedOnce(Jdk jdk) throws IOException {
        Path report = folder.resolve("report.txt");
        ForkedJvm.Result stock = child(jdk).run();
        ForkedJvm.Result measured = child(jdk).agent("start=sync,report=" + report).run();
        assertEquals(stock.stdout(), measured.stdout());

        List<ReportRow> rows = Files.readAllLines(report).stream().map(ReportRow::parse).filter(Objects::nonNull)
                .collect(Collectors.toList());
        for (String format : FORMATS) {
            List<ReportRow> ok = rows.stream()
                    .filter(row -> row.operation().equals("encode") && row.format().equals(format) && row.errors() == 0)
                    .collect(Collectors.toList());
            assertEquals(1, ok.size(), rows::toString);
            assertEquals(METHODS, ok.get(0).calls(), rows::toString);
            assertEquals(format.equals("jpeg") ? "libjpeg-turbo" : "stock", ok.get(0).engine());
            assertTrue(ok.get(0).isOrdered(), rows::toString);
        }
        // No writer for the format, and a writer without an output.
        assertEquals(2, rows.stream().mapToLong(ReportRow::errors).sum(), rows::toString);
        assertEquals(METHODS * FORMATS.size() + 2, rows.stream().mapToLong(ReportRow::calls).sum(), rows::toString);
    }

    private ForkedJvm child(Jdk jdk) {
        return ForkedJvm.of(jdk, EncodeApp.class)
                .arguments(folder, FORMATS.get(0), FORMATS.get(1), FORMATS.get(2), FORMATS.get(3), FORMATS.get(4));
    }
}
