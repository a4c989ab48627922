package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** A histogram at rest says what HdrHistogram says of the one that it was read from. */
class LatenciesTest {
    private final Random random = new Random(42);
    private final Histogram histogram = new Histogram(Series.LOWEST_NANOS, Series.HIGHEST_NANOS, 3);

    private Latencies read() {
        return Latencies.read(histogram::getCountAtValue, Series.HIGHEST_NANOS);
    }

    private void record(long nanos, long times) {
        histogram.recordValueWithCount(nanos, times);
    }

    /** Around a time, over a factor of some ten. */
    private void recordMany(int times, double aroundNanos) {
        for (int i = 0; i < times; i++) {
            record((long) Math.min(Series.HIGHEST_NANOS, aroundNanos * Math.exp(random.nextGaussian() / 2)), 1);
        }
    }

    @Test
    void slotsAreThoseOfTheHistogram() {
        for (int slot = 0; Latencies.lowest(slot) <= Series.HIGHEST_NANOS; slot++) {
            long lowest = Latencies.lowest(slot);
            assertEquals(lowest, histogram.lowestEquivalentValue(lowest));
            assertEquals(Latencies.lowest(slot + 1) - 1, histogram.highestEquivalentValue(lowest));
            assertEquals(slot, Latencies.slot(lowest));
            assertEquals(slot, Latencies.slot(Latencies.lowest(slot + 1) - 1));
        }
        assertEquals(Latencies.slot(Series.HIGHEST_NANOS), Latencies.slot(Long.MAX_VALUE));
        assertEquals(0, Latencies.slot(-1));
    }

    @Test
    void countsAndPercentilesAreThoseOfTheHistogram() {
        record(0, 3);
        record(Series.HIGHEST_NANOS, 2);
        record(77_000, 1L << 40);
        recordMany(100_000, 20_000_000);
        Latencies latencies = read();
        assertEquals(histogram.getTotalCount(), latencies.count());
        for (double percentile = 0.1; percentile <= 100; percentile += 0.1) {
            assertEquals(histogram.getValueAtPercentile(percentile), latencies.atPercentile(percentile),
                    percentile + " %");
        }
        Histogram copy = new Histogram(Series.LOWEST_NANOS, Series.HIGHEST_NANOS, 3);
        latencies.forEach((from, to, count) -> {
            assertEquals(histogram.highestEquivalentValue(from), to);
            copy.recordValueWithCount(from, count);
        });
        assertEquals(histogram, copy);
    }

    @Test
    void percentilesOfFew() {
        assertEquals(0, read().atPercentile(50));
        for (int i = 1; i <= 1000; i++) {
            record(i * 1_000_000L, 1);
        }
        assertEquals(999_000_000, read().atPercentile(99.9), 1_000_000 / 2);
        assertEquals(1_000_000_000, read().atPercentile(100), 1_000_000);
        assertEquals(1_000_000, read().atPercentile(0), 1_000);
    }

    @Test
    void differencesAddUp() {
        recordMany(5_000, 3_000_000);
        Latencies before = read();
        recordMany(5_000, 30_000_000);
        record(1_000, 7);
        Latencies between = read().minus(before);
        assertEquals(5_007, between.count());
        assertEquals(7, between.countsBetween(1_500)[0]);
        assertEquals(0, read().minus(read()).count());
    }

    @Test
    void ofCrowdedOnesTheBytesAreBoundedAndAllOperationsStillCount() {
        for (int slot = 0; Latencies.lowest(slot) <= Series.HIGHEST_NANOS; slot++) {
            record(Latencies.lowest(slot), 1 + random.nextInt(1_000_000));
        }
        Latencies all = read();
        assertTrue(all.bytes() > 40_000, all.bytes() + " bytes");
        for (int most : new int[] {50_000, 6_000, 2_000}) {
            Latencies fewer = all.within(most);
            assertTrue(fewer.bytes() <= most, fewer.bytes() + " bytes");
            assertEquals(all.count(), fewer.count());
            List<Long> lasts = new ArrayList<>(List.of(-1L));
            fewer.forEach((from, to, count) -> {
                assertEquals(lasts.get(lasts.size() - 1) + 1, from);
                lasts.add(to);
            });
            assertEquals(Series.HIGHEST_NANOS, lasts.get(lasts.size() - 1));
            recordMany(1000, 10_000_000);
            Latencies since = read().minus(fewer);
            assertEquals(1000, since.count(), "in " + most);
            assertEquals(10_000_000, since.atPercentile(50), 1_000_000);
            all = read();
        }
    }

    @Test
    void usualOnesAreNotCoarsened() {
        recordMany(100_000, 12_000_000);
        assertTrue(read().bytes() < IntervalReader.MOST_BYTES, read().bytes() + " bytes");
    }

    @Test
    void buckets() {
        record(1_000_000, 1);
        record(2_000_000, 2);
        record(2_100_000, 4);
        record(90_000_000_000L, 8);
        assertArrayEquals(new long[] {0, 1, 2, 4, 8}, read().countsBetween(900_000, 1_000_500, 2_001_000, 10_000_000));
        assertArrayEquals(new long[] {15}, read().countsBetween());
    }
}
