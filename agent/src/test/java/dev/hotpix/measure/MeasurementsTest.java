package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.waste.SampleWaste;
import dev.hotpix.measure.waste.WasteTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
    private static final long BOUND_BYTES = 16_000_000;

    private final Measurements measurements = new Measurements(Operation.DECODE);

    private static void jpeg(Measurements into, long nanos) {
        into.record(Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK, nanos, 10);
    }

    private SeriesSnapshot only() {
        List<SeriesSnapshot> all = measurements.snapshot();
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    void nothingRecordedNothingShown() {
        assertTrue(measurements.snapshot().isEmpty());
        assertEquals(0, new Measurements(Operation.DECODE).estimatedBytes());
    }

    @Test
    void percentilesOfKnownValues() {
        for (int i = 1; i <= 1000; i++) {
            jpeg(measurements, i * 100_000L);
        }
        SeriesSnapshot snapshot = only();
        assertEquals(1000, snapshot.calls());
        assertEquals(50_050_000_000L, snapshot.totalNanos());
        assertEquals(10_000, snapshot.pixels());
        assertEquals(50_000_000, snapshot.p50Nanos(), 50_000);
        assertEquals(90_000_000, snapshot.p90Nanos(), 90_000);
        assertEquals(99_000_000, snapshot.p99Nanos(), 99_000);
        assertEquals(100_000_000, snapshot.maxNanos());
    }

    @Test
    void shortOperationsAreToldApartByHalfAMicrosecond() {
        jpeg(measurements, 20_000);
        assertEquals(20_000, only().p50Nanos(), 512);
    }

    @Test
    void noPercentileIsAboveTheMaximum() {
        jpeg(measurements, 1_234_567);
        SeriesSnapshot snapshot = only();
        assertEquals(1_234_567, snapshot.maxNanos());
        assertEquals(1_234_567, snapshot.p99Nanos());
    }

    @Test
    void snapshotsAreCumulative() {
        jpeg(measurements, 1_000_000);
        assertEquals(1, only().calls());
        jpeg(measurements, 3_000_000);
        assertEquals(2, only().calls());
        assertEquals(2, only().calls());
        assertEquals(4_000_000, only().totalNanos());
    }

    @Test
    void extremesAreClampedAndNeverThrow() {
        jpeg(measurements, -5);
        jpeg(measurements, 0);
        jpeg(measurements, 3_600_000_000_000L);
        jpeg(measurements, Long.MAX_VALUE / 2);
        measurements.record(Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK, Long.MIN_VALUE, -1);
        SeriesSnapshot snapshot = only();
        assertEquals(5, snapshot.calls());
        assertEquals(40, snapshot.pixels());
        assertEquals(Long.MAX_VALUE / 2, snapshot.maxNanos());
        assertEquals(Series.HIGHEST_NANOS, snapshot.p99Nanos(), Series.HIGHEST_NANOS / 1000.0);
        assertEquals(0, measurements.dropped());
    }

    @Test
    void nullsAreDroppedAndCounted() {
        measurements.record(null, Format.JPEG, Engine.STOCK, Outcome.OK, 1, 1);
        assertEquals(1, measurements.dropped());
        assertTrue(measurements.snapshot().isEmpty());
    }

    @Test
    void tagsMakeSeriesOfTheirOwn() {
        measurements.record(Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK, 1_000, 0);
        measurements.record(Api.TOOLKIT, Format.JPEG, Engine.STOCK, Outcome.OK, 1_000, 0);
        measurements.record(Api.IMAGEIO, Format.UNKNOWN, Engine.STOCK, Outcome.OK, 1_000, 0);
        measurements.record(Api.IMAGEIO, Format.JPEG, Engine.LIBJPEG_TURBO, Outcome.OK, 1_000, 0);
        measurements.record(Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.ABORTED, 1_000, 0);
        assertEquals(5, measurements.snapshot().size());
    }

    /** Once with every combination of tags; returns how many there are. */
    private static int recordEveryCombination(Measurements into) {
        int combinations = 0;
        for (Api api : Api.values()) {
            for (Format format : Format.values()) {
                for (Engine engine : Engine.values()) {
                    for (Outcome outcome : Outcome.values()) {
                        into.record(api, format, engine, outcome, 1_000_000, 1);
                        combinations++;
                    }
                }
            }
        }
        return combinations;
    }

    @Test
    void seriesAreBoundedAndNoOperationIsLost() {
        int combinations = recordEveryCombination(measurements);
        List<SeriesSnapshot> all = measurements.snapshot();
        assertTrue(all.size() <= SeriesBudget.DEFAULT + Outcome.values().length, () -> all.size() + " series");
        assertEquals(combinations, all.stream().mapToLong(SeriesSnapshot::calls).sum());
        for (Outcome outcome : Outcome.values()) {
            assertEquals(combinations / Outcome.values().length,
                    all.stream().filter(s -> s.outcome() == outcome).mapToLong(SeriesSnapshot::calls).sum(),
                    outcome.label());
        }
        SeriesSnapshot overflow = all.get(all.size() - 1);
        assertEquals(Api.OTHER, overflow.api());
        assertEquals(Format.OTHER, overflow.format());
    }

    /** As bad as it gets: every slot of every series in use, and two outlets that read intervals. */
    @Test
    void allKindsWithIntervalsAndCallSitesStayUnderSixteenMegabytes() {
        OperationTrackers all = new OperationTrackers(null);
        IntervalReader[] outlets = {all.intervals(), all.intervals()};
        for (Operation kind : Operation.values()) {
            Measurements one = all.measurements(kind);
            recordEveryCombination(one);
            for (SeriesSnapshot series : one.snapshot()) {
                for (int slot = 0; Latencies.lowest(slot) <= Series.HIGHEST_NANOS; slot++) {
                    one.record(series.api(), series.format(), series.engine(), series.outcome(),
                            Latencies.lowest(slot), 1);
                }
            }
        }
        for (IntervalReader outlet : outlets) {
            outlet.next();
            assertTrue(outlet.estimatedBytes() > SeriesBudget.DEFAULT * 1000, outlet.estimatedBytes() + " bytes");
        }
        // And as many call sites as there may be, all with a histogram.
        SiteTable sites = SiteTableTest.full();
        assertTrue(sites.estimatedBytes() > SiteTable.MOST_SITES * 3_200L, sites.estimatedBytes() + " bytes");
        // And as many images followed and inputs remembered.
        WasteTracker waste = SampleWaste.full();
        assertTrue(waste.estimatedBytes() > 400_000, waste.estimatedBytes() + " bytes");
        long bytes = all.estimatedBytes() + sites.estimatedBytes() + waste.estimatedBytes();
        assertTrue(bytes > 64 * 150_000L && bytes < BOUND_BYTES, bytes + " bytes");
    }

    @Test
    void aSeriesTakesWhatItsJavadocSays() {
        Series series = new Series(Operation.DECODE, Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK);
        assertEquals(155_648, series.estimatedBytes(), 1024);
    }

    @Test
    void eightThreadsLoseNothingWhileSnapshotsAreTaken() throws InterruptedException {
        int threads = 8;
        int each = 20_000;
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean backwards = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            long before = 0;
            while (!done.get()) {
                long now = measurements.snapshot().stream().mapToLong(SeriesSnapshot::calls).sum();
                backwards.compareAndSet(false, now < before);
                before = now;
            }
        });
        reader.start();
        runAll(threads, number -> {
            for (int i = 0; i < each; i++) {
                Format format = Format.values()[i % 4];
                measurements.record(Api.IMAGEIO, format, Engine.STOCK, Outcome.OK, 1_000L * (i + 1), 3);
            }
        });
        done.set(true);
        reader.join();

        List<SeriesSnapshot> all = measurements.snapshot();
        assertEquals(4, all.size());
        long callsOfOne = (long) threads * each / 4;
        all.forEach(one -> assertEquals(callsOfOne, one.calls()));
        assertEquals(3L * threads * each, all.stream().mapToLong(SeriesSnapshot::pixels).sum());
        assertEquals(threads * 1_000L * each * (each + 1) / 2,
                all.stream().mapToLong(SeriesSnapshot::totalNanos).sum());
        assertFalse(backwards.get(), "a snapshot counted less than the one before");
    }

    /** Runs {@code body} with the numbers 0 to {@code threads - 1}, all starting at once. */
    static void runAll(int threads, IntConsumer body) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Throwable> failures = new ArrayList<>();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    body.accept(number);
                } catch (Throwable failure) {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                }
            });
            thread.start();
            all.add(thread);
        }
        start.countDown();
        for (Thread thread : all) {
            thread.join();
        }
        assertEquals(List.of(), failures);
    }
}
