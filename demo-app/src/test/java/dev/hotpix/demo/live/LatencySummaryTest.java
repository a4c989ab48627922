package dev.hotpix.demo.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencySummaryTest {

    private static final long MILLI = 1_000_000;

    @Test
    void nearestRanksOfAHundred() {
        long[] nanos = LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLI).toArray();
        LatencySummary summary = LatencySummary.of(nanos);
        assertEquals(100, summary.images());
        assertEquals(50, summary.p50Millis());
        assertEquals(99, summary.p99Millis());
        assertEquals(100 / 5.050, summary.imagesPerSecond(), 1e-9);
        assertEquals(100 * MILLI, nanos[0], "the caller's order stays");
    }

    @Test
    void fewTimes() {
        assertEquals(new LatencySummary(0, 0, 0, 0), LatencySummary.of(new long[0]));
        assertEquals(new LatencySummary(1, 4, 4, 250), LatencySummary.of(new long[] {4 * MILLI}));
        LatencySummary three = LatencySummary.of(new long[] {9 * MILLI, MILLI, 2 * MILLI});
        assertEquals(2, three.p50Millis());
        assertEquals(9, three.p99Millis());
    }
}
