package dev.hotpix.measure;

import org.HdrHistogram.Histogram;

/**
 * What one line of the application has spent on one kind of operation since the start of the JVM.
 * Immutable. Times are in nanoseconds. Where short operations were sampled, calls, total and pixels
 * are estimates; a percentile is at most 3.2 % off.
 */
public final class SiteSnapshot {
    private final Operation operation;
    private final String label;
    private final long observed;
    private final long calls;
    private final long redirectedCalls;
    private final long totalNanos;
    private final long nestedNanos;
    private final long p50Nanos;
    private final long p99Nanos;
    private final long maxNanos;
    private final long pixels;
    private final long bytes;

    SiteSnapshot(CallSite site, Histogram latencies) {
        operation = site.operation();
        label = site.label();
        observed = site.observed();
        calls = site.calls();
        redirectedCalls = Math.min(calls, site.redirectedCalls());
        nestedNanos = site.nestedNanos();
        totalNanos = site.totalNanos();
        pixels = site.pixels();
        bytes = site.bytes();
        maxNanos = site.maxNanos();
        p50Nanos = percentile(latencies, 50);
        p99Nanos = percentile(latencies, 99);
    }

    private long percentile(Histogram latencies, double percentile) {
        if (latencies.getTotalCount() == 0) {
            return 0;
        }
        return Math.min(maxNanos, latencies.medianEquivalentValue(latencies.getValueAtPercentile(percentile)));
    }

    public Operation operation() {
        return operation;
    }

    /** {@code Class.method(File.java:line)}, or a word in brackets for what has no line of its own. */
    public String label() {
        return label;
    }

    /** The number of operations. */
    public long calls() {
        return calls;
    }

    /** The operations among them that were seen here; the others are inferred from these. */
    public long observed() {
        return observed;
    }

    /** The operations that an engine of the agent did. */
    public long redirectedCalls() {
        return redirectedCalls;
    }

    /** The time of all operations together, in nanoseconds. */
    public long totalNanos() {
        return totalNanos;
    }

    /** The part of {@link #totalNanos} in which no operation of another kind ran within these. */
    public long selfNanos() {
        return Math.max(0, totalNanos - nestedNanos);
    }

    /** The median, in nanoseconds; 0 if too few operations were seen to tell. */
    public long p50Nanos() {
        return p50Nanos;
    }

    /** The 99th percentile, in nanoseconds; 0 if too few operations were seen to tell. */
    public long p99Nanos() {
        return p99Nanos;
    }

    /** The longest operation that was seen, in nanoseconds; all of a millisecond and more are. */
    public long maxNanos() {
        return maxNanos;
    }

    /** The pixels of all operations together. */
    public long pixels() {
        return pixels;
    }

    /** The bytes of file formats that all operations together read or wrote, as far as known. */
    public long bytes() {
        return bytes;
    }
}
