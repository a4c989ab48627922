package dev.hotpix.measure;

/** What a walk of the stack, and what comes with it, usually takes. */
final class WalkCost {
    /** A walk that took so many times the usual was interrupted, or was the first of its site. */
    private static final long OUTLIER = 4;
    /** None is as cheap as this, in nanoseconds: a clock that is coarse must not make them free. */
    private static final long CHEAPEST_NANOS = 1_000;
    /** The newest of so many walks tells what they take. */
    private static final long MEMORY = 8;

    /** Updates may be lost between threads: this is an estimate. */
    private volatile long usual;

    /** @param assumed what it is taken to be until it is known, in nanoseconds */
    WalkCost(long assumed) {
        usual = assumed;
    }

    /** A walk took {@code nanos} nanoseconds. */
    void took(long nanos) {
        long before = usual;
        long bounded = Math.max(CHEAPEST_NANOS, Math.min(OUTLIER * before, nanos));
        usual = before + (bounded - before) / MEMORY;
    }

    long nanos() {
        return usual;
    }
}
