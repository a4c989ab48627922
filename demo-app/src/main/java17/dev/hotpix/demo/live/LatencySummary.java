package dev.hotpix.demo.live;

import java.util.Arrays;

/**
 * What a series of times comes to.
 *
 * @param images how many
 * @param p50Millis the median, by nearest rank
 * @param p99Millis the time that 99 in 100 do not exceed, by nearest rank
 * @param imagesPerSecond one after the other, by the sum of the times
 */
public record LatencySummary(int images, double p50Millis, double p99Millis, double imagesPerSecond) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** All zero without times. */
    public static LatencySummary of(long[] nanos) {
        if (nanos.length == 0) {
            return new LatencySummary(0, 0, 0, 0);
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        double total = Arrays.stream(sorted).asDoubleStream().sum();
        return new LatencySummary(sorted.length, millis(sorted, 50), millis(sorted, 99),
                total == 0 ? 0 : sorted.length * NANOS_PER_SECOND / total);
    }

    private static double millis(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent * sorted.length / 100.0);
        return sorted[Math.max(1, rank) - 1] / NANOS_PER_MILLI;
    }
}
