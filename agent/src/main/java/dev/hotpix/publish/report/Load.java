package dev.hotpix.publish.report;

import dev.hotpix.measure.SeriesSnapshot;
import java.util.Arrays;

/**
 * What some operations came to, in a form that can be added up: their times as counts between bounds that grow by the
 * eighth root of two, so that a percentile is at most 9 % off. Immutable.
 */
final class Load {
    private static final int STEPS_PER_DOUBLING = 8;
    private static final double SHORTEST_NANOS = 1_000;
    /** From 1 microsecond to 134 s. */
    private static final int DOUBLINGS = 27;
    private static final long[] BOUNDS = bounds();

    final long calls;
    final long pixels;
    private final int[] counts;

    Load(SeriesSnapshot one) {
        this(one.calls(), one.pixels(), Arrays.stream(one.latencies().countsBetween(BOUNDS))
                .mapToInt(count -> (int) Math.min(count, Integer.MAX_VALUE)).toArray());
    }

    private Load(long calls, long pixels, int[] counts) {
        this.calls = calls;
        this.pixels = pixels;
        this.counts = counts;
    }

    private static long[] bounds() {
        long[] bounds = new long[STEPS_PER_DOUBLING * DOUBLINGS + 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Math.round(SHORTEST_NANOS * Math.pow(2, (double) i / STEPS_PER_DOUBLING));
        }
        return bounds;
    }

    /** Both together; each may be null for none. */
    static Load sum(Load one, Load other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int[] counts = new int[one.counts.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) Math.min((long) one.counts[i] + other.counts[i], Integer.MAX_VALUE);
        }
        return new Load(one.calls + other.calls, one.pixels + other.pixels, counts);
    }

    /** The time that {@code percentile} percent did not exceed, in nanoseconds. */
    double atPercentile(double percentile) {
        long all = Arrays.stream(counts).asLongStream().sum();
        long wanted = Math.max(1, (long) Math.ceil(percentile / 100 * all - 1e-6));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                // The middle, but for the first and the last, which have one end only.
                return i == 0 ? BOUNDS[0] : i == BOUNDS.length ? BOUNDS[i - 1]
                        : Math.sqrt((double) BOUNDS[i - 1] * BOUNDS[i]);
            }
        }
        return 0;
    }
}
