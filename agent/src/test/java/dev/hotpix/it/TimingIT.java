package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.TimingApp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report at the end of a JVM agrees with what the application did, and with its own clock. */
class TimingIT {

    private static final int ROUNDS = 20;
    /** {@code read} of four kinds of input, {@code read(int)}, with a param, {@code readAll}, {@code readTile}. */
    private static final int METHODS = 8;
    /** What the calls cost outside of the measured time, with a scheduler that interrupts now and then. */
    private static final double LEAST_PART = 0.6;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void reportToFile(Jdk jdk) throws IOException {
        Path report = folder.resolve("report.txt");
        ForkedJvm.Result child = run(jdk, report.toString());
        check(child, Files.readAllLines(report));
        assertFalse(String.join("\n", child.stderr()).contains("image operations"), child.stderr()::toString);
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void reportToStderr(Jdk jdk) throws IOException {
        ForkedJvm.Result child = run(jdk, "stderr");
        check(child, child.stderr());
        System.err.println(jdk + "\n" + String.join("\n", child.stderr()));
    }

    private ForkedJvm.Result run(Jdk jdk, String report) throws IOException {
        BufferedImage picture = MadePictures.picture(400, 300, BufferedImage.TYPE_3BYTE_BGR);
        for (String format : new String[] {"jpeg", "png", "bmp", "gif"}) {
            Files.write(folder.resolve("picture." + format), MadePictures.encode(picture, format));
        }
        Files.writeString(folder.resolve("picture.toy"), "TOY1");
        return ForkedJvm.of(jdk, TimingApp.class).agent("start=sync,report=" + report)
                .arguments(folder, ROUNDS).run();
    }

    private static void check(ForkedJvm.Result child, List<String> report) {
        List<ReportRow> rows = report.stream().map(ReportRow::parse).filter(row -> row != null)
                .collect(Collectors.toList());
        assertEquals(5, child.lines().size(), child.stdout()::toString);
        for (String line : child.lines()) {
            String[] own = line.split(" ");
            String format = own[0].equals("toy") ? "other" : own[0];
            List<ReportRow> ok = rows.stream().filter(row -> row.format().equals(format) && row.errors() == 0)
                    .collect(Collectors.toList());
            int methods = format.equals("jpeg") ? METHODS + 1 : METHODS;
            assertEquals(methods * ROUNDS, Long.parseLong(own[1]));
            assertEquals(methods * ROUNDS, ok.stream().mapToLong(ReportRow::calls).sum(),
                    () -> format + " in " + report);
            double ownMillis = Long.parseLong(own[2]) / 1e6;
            double millis = ok.stream().mapToDouble(ReportRow::totalMillis).sum();
            // The report rounds to tenths.
            assertTrue(millis <= ownMillis + 0.1, () -> line + " in " + report);
            if (!format.equals("other")) {
                assertTrue(millis >= LEAST_PART * ownMillis, () -> line + " in " + report);
            }
            for (ReportRow row : ok) {
                assertTrue(row.isOrdered(), row::toString);
                // Three digits are shown, and as many are kept.
                assertTrue(row.maxMillis() <= Long.parseLong(own[4]) / 1e6 * 1.02, () -> row + " vs " + line);
            }
            if (ok.size() == 1) {
                double ownMedian = Long.parseLong(own[3]) / 1e6;
                // The neighbours of the median may be further apart than the digits.
                assertTrue(ok.get(0).p50Millis() <= ownMedian * 1.05 + 0.05, () -> ok + " vs " + line);
            }
        }
        assertEquals(ROUNDS, errors(rows, "png"), report::toString);
        assertEquals(ROUNDS, errors(rows, "unknown"), report::toString);
        assertEquals(2 * ROUNDS, rows.stream().mapToLong(ReportRow::errors).sum(), report::toString);
        assertTrue(rows.stream().anyMatch(row -> row.format().equals("jpeg") && row.engine().equals("libjpeg-turbo")),
                report::toString);
        assertTrue(rows.stream().anyMatch(row -> row.format().equals("other") && row.engine().equals("other")),
                report::toString);
        assertTrue(rows.stream().filter(row -> row.format().equals("png"))
                .allMatch(row -> row.engine().equals("stock")), report::toString);
    }

    private static long errors(List<ReportRow> rows, String format) {
        return rows.stream().filter(row -> row.format().equals(format)).mapToLong(ReportRow::errors).sum();
    }
}
