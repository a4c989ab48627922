package dev.hotpix.measure;

import org.HdrHistogram.Histogram;

/**
 * What one series has counted since the start of the JVM. Immutable. Times are in nanoseconds;
 * percentiles have three significant digits and end at 137 s, total and maximum are exact.
 *
 * <p>Calls and percentiles belong to the same moment; total and pixels may be ahead of them by the
 * operations that ended while the snapshot was taken.
 */
public final class SeriesSnapshot {
    private final Operation operation;
    private final Api api;
    private final Format format;
    private final Engine engine;
    private final Outcome outcome;
    private final long calls;
    private final long totalNanos;
    private final long nestedNanos;
    private final long p50Nanos;
    private final long p90Nanos;
    private final long p99Nanos;
    private final long maxNanos;
    private final long pixels;
    private final long bytes;

    SeriesSnapshot(Series series, Histogram latencies) {
        operation = series.operation();
        api = series.api();
        format = series.format();
        engine = series.engine();
        outcome = series.outcome();
        calls = latencies.getTotalCount();
        nestedNanos = series.nestedNanos();
        totalNanos = series.totalNanos();
        maxNanos = series.maxNanos();
        pixels = series.pixels();
        bytes = series.bytes();
        p50Nanos = percentile(latencies, 50);
        p90Nanos = percentile(latencies, 90);
        p99Nanos = percentile(latencies, 99);
    }

    /** HdrHistogram answers with the upper end of a bucket, which may lie above the maximum. */
    private long percentile(Histogram latencies, double percentile) {
        return calls == 0 ? 0 : Math.min(maxNanos, latencies.getValueAtPercentile(percentile));
    }

    public Operation operation() {
        return operation;
    }

    public Api api() {
        return api;
    }

    public Format format() {
        return format;
    }

    public Engine engine() {
        return engine;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The number of operations. */
    public long calls() {
        return calls;
    }

    /** The time of all operations together, in nanoseconds. */
    public long totalNanos() {
        return totalNanos;
    }

    /** The part of {@link #totalNanos} in which no operation of another kind ran within these. */
    public long selfNanos() {
        return Math.max(0, totalNanos - nestedNanos);
    }

    /** The median, in nanoseconds. */
    public long p50Nanos() {
        return p50Nanos;
    }

    /** The 90th percentile, in nanoseconds. */
    public long p90Nanos() {
        return p90Nanos;
    }

    /** The 99th percentile, in nanoseconds. */
    public long p99Nanos() {
        return p99Nanos;
    }

    /** The longest operation, in nanoseconds. */
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
