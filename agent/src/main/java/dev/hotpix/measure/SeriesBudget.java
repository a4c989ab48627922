package dev.hotpix.measure;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many {@link Series} may exist. Measurements that share a budget share its memory: the bound
 * on all measuring memory holds however many kinds of operation are measured.
 */
public final class SeriesBudget {
    /** The number of series of one JVM: 60 of them take 9.3 MB; what goes beyond has one per kind and outcome. */
    public static final int DEFAULT = 60;

    private final AtomicInteger left;

    /** A budget of {@link #DEFAULT} series. */
    public SeriesBudget() {
        this(DEFAULT);
    }

    /** A budget of {@code series} series. */
    public SeriesBudget(int series) {
        left = new AtomicInteger(Math.max(0, series));
    }

    /** Whether {@link #take} would refuse now. */
    boolean isSpent() {
        return left.get() == 0;
    }

    /** Takes one series, false when none is left. */
    boolean take() {
        int seen;
        do {
            seen = left.get();
            if (seen == 0) {
                return false;
            }
        } while (!left.compareAndSet(seen, seen - 1));
        return true;
    }

    /** Returns one that was taken and not used. */
    void giveBack() {
        left.incrementAndGet();
    }
}
