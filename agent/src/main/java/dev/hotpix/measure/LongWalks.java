package dev.hotpix.measure;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses which of the operations of a millisecond and more have their stack walked: all, where the walk is a small part
 * of the operation itself; of the shorter ones, once the application has had a fair number of them, a random share, such
 * that walking stays that small a part of their time together. The image that was decoded has emptied the caches, and
 * then a walk takes 50 to 100 microseconds, which is a tenth of the shortest of them: so what it costs is not what one
 * of a short operation does.
 *
 * <p>All of those shorter ones have the same chance, whatever their time: what the chosen one stands for is then shared
 * out rightly in calls as well as in time.
 */
final class LongWalks {
    /**
     * A walk may take one part in so many of the time of the operations. Looking at what was read, following the image,
     * and the application's own code and data that have gone from the caches meanwhile cost as much again.
     */
    static final long SHARE = 2_000;

    /** What a walk is taken to cost until it is known, in nanoseconds. */
    static final long ASSUMED_WALK_NANOS = 50_000;

    /** The first of a JVM, which are all walked: a tenth of a second in the end. */
    static final int FIRST = 1_000;

    /** The newest of so many operations tells how long they are. */
    private static final long MEMORY = 16;

    private final WalkCost cost = new WalkCost(ASSUMED_WALK_NANOS);
    /** Updates may be lost between threads: both of these are estimates. */
    private volatile int seen;
    private volatile long meanNanos;

    /** Whether an operation that has taken {@code nanos} is to be walked. Allocates nothing. */
    boolean choose(long nanos) {
        long enough = cost.nanos() * SHARE;
        if (nanos >= enough) {
            return true;
        }
        long mean = meanNanos;
        mean = mean == 0 ? nanos : mean + (nanos - mean) / MEMORY;
        meanNanos = mean;
        if (seen < FIRST) {
            seen++;
            return true;
        }
        return ThreadLocalRandom.current().nextLong(enough) < mean;
    }

    /** A walk that was chosen here took {@code nanos} nanoseconds. */
    void took(long nanos) {
        cost.took(nanos);
    }
}
