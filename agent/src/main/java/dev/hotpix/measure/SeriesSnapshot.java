package dev.hotpix.measure;

/**
 * What one series has counted since the start of the JVM or, in an {@link Interval}, during that. Immutable. Times are
 * in nanoseconds; percentiles have three significant digits and end at 137 s, total and maximum are exact (the maximum
 * of an interval has three digits).
 *
 * <p>Calls and percentiles belong to the same moment; total and pixels may be ahead of them by the
 * operations that ended while the snapshot was taken.
 *
 * <p>Not for keeping: the bound on measuring memory does not know of it. What is shown over time keeps figures.
 */
public final class SeriesSnapshot {
    private final Series series;
    private final Latencies latencies;
    private final long totalNanos;
    private final long nestedNanos;
    private final long maxNanos;
    private final long pixels;
    private final long bytes;

    SeriesSnapshot(Series series, Latencies latencies) {
        // Nested time is read before the time that it is a part of.
        this(series, latencies, series.nestedNanos(), series.totalNanos(), series.maxNanos(), series.pixels(),
                series.bytes());
    }

    private SeriesSnapshot(
            Series series, Latencies latencies, long nestedNanos, long totalNanos, long maxNanos, long pixels,
            long bytes) {
        this.series = series;
        this.latencies = latencies;
        this.totalNanos = totalNanos;
        this.nestedNanos = nestedNanos;
        this.maxNanos = maxNanos;
        this.pixels = pixels;
        this.bytes = bytes;
    }

    /** What has been counted since {@code before}, a snapshot of the same series. */
    SeriesSnapshot since(SeriesSnapshot before) {
        Latencies between = latencies.minus(before.latencies);
        return new SeriesSnapshot(series, between, nestedNanos - before.nestedNanos, totalNanos - before.totalNanos,
                Math.min(maxNanos, between.highest()), pixels - before.pixels, bytes - before.bytes);
    }

    /** The same with latencies that take {@code most} bytes at most. */
    SeriesSnapshot within(int most) {
        return new SeriesSnapshot(
                series, latencies.within(most), nestedNanos, totalNanos, maxNanos, pixels, bytes);
    }

    /** The same number for snapshots of the same series only. */
    int key() {
        int key = operation().ordinal();
        key = key * Api.values().length + api().ordinal();
        key = key * Format.values().length + format().ordinal();
        key = key * Engine.values().length + engine().ordinal();
        return key * Outcome.values().length + outcome().ordinal();
    }

    /** All that the same series has counted since the start until now. */
    public SeriesSnapshot latest() {
        return series.snapshot();
    }

    public Operation operation() {
        return series.operation();
    }

    public Api api() {
        return series.api();
    }

    public Format format() {
        return series.format();
    }

    public Engine engine() {
        return series.engine();
    }

    public Outcome outcome() {
        return series.outcome();
    }

    /** The number of operations. */
    public long calls() {
        return latencies.count();
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
        return atPercentile(50);
    }

    /** The 90th percentile, in nanoseconds. */
    public long p90Nanos() {
        return atPercentile(90);
    }

    /** The 99th percentile, in nanoseconds. */
    public long p99Nanos() {
        return atPercentile(99);
    }

    /** The 99.9th percentile, in nanoseconds. */
    public long p999Nanos() {
        return atPercentile(99.9);
    }

    /** The time that {@code percentile} percent did not exceed, in nanoseconds; 0 without operations. */
    public long atPercentile(double percentile) {
        // A slot's upper end may lie above the maximum.
        return Math.min(maxNanos, latencies.atPercentile(percentile));
    }

    /** The distribution of the times. */
    public Latencies latencies() {
        return latencies;
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
