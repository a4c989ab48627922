package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IntervalReaderTest {
    private final Measurements measurements = new Measurements(Operation.DECODE);
    private final AtomicLong clockMillis = new AtomicLong(1_000);
    private final IntervalReader reader = SampleIntervals.reader(measurements::snapshot, clockMillis);

    private void jpeg(long nanos, Outcome outcome) {
        measurements.record(Api.IMAGEIO, Format.JPEG, Engine.STOCK, outcome, nanos, 10);
    }

    @Test
    void whatEndedInAnIntervalIsInIt() {
        jpeg(50_000_000, Outcome.OK);
        clockMillis.set(2_000);
        Interval first = reader.next();
        assertEquals(1_000, first.startMillis());
        assertEquals(2_000, first.endMillis());
        assertEquals(1, first.series().size());

        jpeg(3_000_000, Outcome.OK);
        jpeg(3_000_000, Outcome.OK);
        jpeg(9_000_000, Outcome.ERROR);
        clockMillis.set(2_500);
        Interval second = reader.next();
        assertEquals(2_000, second.startMillis());
        assertEquals(2_500, second.endMillis());
        SeriesSnapshot ok = second.series().get(0);
        assertEquals(2, ok.calls());
        assertEquals(6_000_000, ok.totalNanos());
        assertEquals(3_000_000, ok.p50Nanos(), 3_000);
        assertEquals(3_000_000, ok.maxNanos(), 3_000);
        assertEquals(20, ok.pixels());
        assertEquals(Outcome.ERROR, second.series().get(1).outcome());

        jpeg(1_000_000, Outcome.OK);
        assertEquals(1, reader.next().series().size());
        assertEquals(List.of(), reader.next().series());
    }

    @Test
    void aClockThatGoesBackMakesNoNegativeLength() {
        clockMillis.set(500);
        assertEquals(1_000, reader.next().endMillis());
    }

    @Test
    void readersDoNotTakeFromEachOther() {
        IntervalReader other = SampleIntervals.reader(measurements::snapshot, clockMillis);
        jpeg(1_000_000, Outcome.OK);
        assertEquals(1, reader.next().series().size());
        assertEquals(1, other.next().series().size());
    }

    @Test
    void intervalsAddUpWhateverRunsMeanwhile() throws InterruptedException {
        int threads = 8;
        int each = 20_000;
        AtomicBoolean done = new AtomicBoolean();
        List<SeriesSnapshot> seen = new ArrayList<>();
        Thread cutter = new Thread(() -> {
            while (!done.get()) {
                seen.addAll(reader.next().series());
            }
        });
        cutter.start();
        MeasurementsTest.runAll(threads, number -> {
            for (int i = 0; i < each; i++) {
                jpeg(1_000L * (i + 1), i % 3 == 0 ? Outcome.ERROR : Outcome.OK);
            }
        });
        done.set(true);
        cutter.join();
        seen.addAll(reader.next().series());
        assertEquals(threads * each, seen.stream().mapToLong(SeriesSnapshot::calls).sum());
        assertEquals(10L * threads * each, seen.stream().mapToLong(SeriesSnapshot::pixels).sum());
        assertEquals(threads * 1_000L * each * (each + 1) / 2,
                seen.stream().mapToLong(SeriesSnapshot::totalNanos).sum());
        assertTrue(seen.stream().allMatch(one -> one.maxNanos() <= 1_000L * each), "a maximum of nobody");
    }
}
