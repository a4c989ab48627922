package dev.hotpix.doctor;

/** One operation of the self-test: stock and redirected runs in turn, with medians of their times. */
final class Measured {

    private final String operation;
    private final int pairs;
    private final long stockNanos;
    private final long redirectedNanos;
    private final boolean equal;
    private final boolean redirected;

    Measured(String operation, int pairs, long stockNanos, long redirectedNanos, boolean equal, boolean redirected) {
        this.operation = operation;
        this.pairs = pairs;
        this.stockNanos = stockNanos;
        this.redirectedNanos = redirectedNanos;
        this.equal = equal;
        this.redirected = redirected;
    }

    String operation() {
        return operation;
    }

    /** How often each side was run. */
    int pairs() {
        return pairs;
    }

    long stockNanos() {
        return stockNanos;
    }

    long redirectedNanos() {
        return redirectedNanos;
    }

    double speedUp() {
        return (double) stockNanos / Math.max(redirectedNanos, 1);
    }

    /** Whether each pair gave the same image type and the same samples. */
    boolean equal() {
        return equal;
    }

    /** Whether Hotpix did one side of each pair; if not, stock did both. */
    boolean redirected() {
        return redirected;
    }
}
