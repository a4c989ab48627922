package dev.hotpix.publish.hdrlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.publish.SampleTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogTest {

    private static final int NEVER = 86_400;

    @TempDir
    private Path folder;
    private final SampleTelemetry telemetry = new SampleTelemetry();
    private final List<String> complaints = new ArrayList<>();

    private void decode(long nanos, Outcome outcome) {
        telemetry.of(Operation.DECODE).record(Api.IMAGEIO, Format.JPEG, Engine.LIBJPEG_TURBO, outcome, nanos, 1);
    }

    private HistogramLog log(Path file, long mostBytes) {
        return new HistogramLog(telemetry, file, mostBytes, NEVER, complaints::add);
    }

    private static List<Histogram> read(Path file) throws IOException {
        List<Histogram> all = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            for (EncodableHistogram next = reader.nextIntervalHistogram(0, Double.MAX_VALUE); next != null;
                    next = reader.nextIntervalHistogram(0, Double.MAX_VALUE)) {
                all.add((Histogram) next);
            }
        }
        return all;
    }

    @Test
    void aLinePerSeriesWithItsTags() throws IOException {
        Path file = folder.resolve("times.hlog");
        HistogramLog log = log(file, 1_000_000);
        assertTrue(log.open());
        decode(2_000_000, Outcome.OK);
        decode(30_000_000_000L, Outcome.OK);
        decode(5_000, Outcome.ERROR);
        telemetry.clockMillis.addAndGet(10_000);
        log.close();
        List<Histogram> lines = read(file);
        assertEquals(List.of("decode.jpeg.imageio.libjpeg-turbo.ok", "decode.jpeg.imageio.libjpeg-turbo.error"),
                lines.stream().map(Histogram::getTag).collect(Collectors.toList()));
        Histogram ok = lines.get(0);
        assertEquals(2, ok.getTotalCount());
        assertTrue(ok.valuesAreEquivalent(30_000_000_000L, ok.getMaxValue()), ok.getMaxValue() + " ns");
        assertEquals(1_700_000_000_000L, ok.getStartTimeStamp());
        assertEquals(1_700_000_010_000L, ok.getEndTimeStamp());
        String text = Files.readString(file);
        assertTrue(text.startsWith("#[Image operations by Hotpix 1.2.3, process "), text);
        assertTrue(text.contains("#[StartTime: 1700000000.000 (seconds since epoch)"), text);
        assertEquals(List.of(), complaints);
    }

    @Test
    void filesTakeTurnsWithinTheirSpace() throws IOException {
        Path file = folder.resolve("times.hlog");
        long most = 8_000;
        long intervals = 0;
        for (int jvm = 0; jvm < 3; jvm++) {
            HistogramLog log = log(file, most);
            assertTrue(log.open());
            for (; intervals < 60 * (jvm + 1); intervals++) {
                decode(1_000_000 * (intervals + 1), Outcome.OK);
                telemetry.clockMillis.addAndGet(1_000);
                log.write();
            }
            log.close();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().collect(Collectors.toList());
        }
        assertEquals(List.of(file, folder.resolve("times.hlog.1"), folder.resolve("times.hlog.2"),
                folder.resolve("times.hlog.3")), files);
        long end = 1_700_000_000_000L + intervals * 1_000;
        for (Path one : files) {
            assertTrue(Files.size(one) <= most / RotatedFile.FILES, () -> one + " is too large");
            List<Histogram> lines = read(one);
            assertFalse(lines.isEmpty());
            // From the newest file to the oldest without a gap.
            assertEquals(end, lines.get(lines.size() - 1).getEndTimeStamp());
            end = lines.get(0).getStartTimeStamp();
        }
    }

    @Test
    void theThreadWritesUntilTheEnd() throws Exception {
        Path file = folder.resolve("times.hlog");
        HistogramLog log = new HistogramLog(telemetry, file, 1_000_000, 1, complaints::add);
        assertTrue(log.open());
        Thread thread = new Thread(log::run);
        thread.start();
        long header = Files.size(file);
        decode(1_000_000, Outcome.OK);
        while (Files.size(file) == header) {
            Thread.sleep(20);
        }
        decode(1_000_000, Outcome.OK);
        log.close();
        thread.join();
        assertEquals(2, read(file).stream().mapToLong(Histogram::getTotalCount).sum());
        log.close();
        assertEquals(List.of(), complaints);
    }

    @Test
    void whatCannotBeWrittenIsSaidOnce() throws IOException {
        HistogramLog log = log(folder.resolve("none/times.hlog"), 1_000_000);
        assertFalse(log.open());
        log.close();
        assertEquals(List.of("writes no histogram log to " + folder.resolve("none/times.hlog") + ": no such directory"),
                complaints);
        complaints.clear();
        assertFalse(log(folder, 1_000_000).open());
        assertEquals(List.of("writes no histogram log to " + folder + ": it is there and no file"), complaints);
    }
}
