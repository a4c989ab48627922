package dev.hotpix.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Interval;
import dev.hotpix.measure.IntervalReader;
import dev.hotpix.measure.Measurements;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.publish.hdrlog.HistogramLog;
import dev.hotpix.publish.prometheus.MetricsPage;
import dev.hotpix.publish.prometheus.ScrapedText;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million operations in sixteen threads, while all outlets read: each counts every one of them, once. */
class OutletsAgreeTest {

    private static final int THREADS = 16;
    private static final int EACH = 62_500;
    private static final long ALL = (long) THREADS * EACH;

    @TempDir
    private Path folder;
    private final SampleTelemetry telemetry = new SampleTelemetry();

    private void work() {
        Measurements decodes = telemetry.of(Operation.DECODE);
        for (int i = 0; i < EACH; i++) {
            decodes.record(Api.IMAGEIO, i % 2 == 0 ? Format.JPEG : Format.PNG, Engine.STOCK,
                    i % 5 == 0 ? Outcome.ERROR : Outcome.OK, 1_000L * (i + 1), 3);
        }
    }

    @Test
    void sumsAreEqual() throws Exception {
        telemetry.of(Operation.DECODE);
        IntervalReader intervals = telemetry.intervals();
        List<Interval> seen = new ArrayList<>();
        HistogramLog log = new HistogramLog(telemetry, folder.resolve("x.hlog"), 1 << 30, 1, problem -> {
            throw new AssertionError(problem);
        });
        log.open();
        Thread logger = new Thread(log::run);
        logger.start();
        MetricsPage page = new MetricsPage(telemetry);
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::work);
            thread.start();
            threads.add(thread);
        }
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                seen.add(intervals.next());
                try {
                    page.write(OutputStream.nullOutputStream(), page.contentType(null));
                } catch (Exception unexpected) {
                    throw new AssertionError(unexpected);
                }
            }
        });
        reader.start();
        for (Thread thread : threads) {
            thread.join();
        }
        done.set(true);
        reader.join();
        seen.add(intervals.next());
        log.close();
        logger.join();

        assertEquals(ALL, telemetry.series().stream().mapToLong(SeriesSnapshot::calls).sum());
        assertEquals(ALL, seen.stream().flatMap(one -> one.series().stream()).mapToLong(SeriesSnapshot::calls).sum());
        long nanos = THREADS * 1_000L * EACH * (EACH + 1) / 2;
        assertEquals(nanos,
                seen.stream().flatMap(one -> one.series().stream()).mapToLong(SeriesSnapshot::totalNanos).sum());
        assertEquals(ALL, logged());
        Path text = folder.resolve("metrics.txt");
        try (OutputStream out = Files.newOutputStream(text)) {
            page.write(out, page.contentType(null));
        }
        ScrapedText scraped = ScrapedText.parse(text);
        assertEquals(ALL, sum(scraped, "image_decode_seconds_count"));
        assertEquals(nanos / 1e9, sum(scraped, "image_decode_seconds_sum"), 1e-6);
        assertEquals(3 * ALL, sum(scraped, "image_decode_pixels_sum"));
        assertEquals(ALL / 5, scraped.values("image_decode_seconds_count").entrySet().stream()
                .filter(one -> one.getKey().get("outcome").equals("error")).mapToDouble(one -> one.getValue()).sum());
    }

    private static double sum(ScrapedText scraped, String name) {
        return scraped.values(name).values().stream().mapToDouble(value -> value).sum();
    }

    private long logged() throws Exception {
        long count = 0;
        try (HistogramLogReader reader = new HistogramLogReader(folder.resolve("x.hlog").toFile())) {
            for (EncodableHistogram next = reader.nextIntervalHistogram(); next != null;
                    next = reader.nextIntervalHistogram()) {
                count += ((Histogram) next).getTotalCount();
            }
        }
        return count;
    }
}
