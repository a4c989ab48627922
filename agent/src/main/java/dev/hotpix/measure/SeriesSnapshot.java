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
    private final Series source;
    private final Operation operation;
    private final Api api;
    private final Format format;
    private final Engine engine;
    private final Outcome outcome;
    private final Latencies latencies;
    private final long totalNanos;
    private final long nestedNanos;
    private final long maxNanos;
    private final long pixels;
    private final long bytes;

    SeriesSnapshot(Series series, Latencies latencies) {
        source = series;
        operation = series.operation();
        api = series.api();
        format = series.format();
        engine = series.engine();
        outcome = series.outcome();
        this.latencies = latencies;
        nestedNanos = series.nestedNanos();
        totalNanos = series.totalNanos();
        maxNanos = series.maxNanos();
        pixels = series.pixels();
        bytes = series.bytes();
    }

    /** What {@code now} has counted since {@code before}, a snapshot of the same series. */
    private SeriesSnapshot(SeriesSnapshot now, SeriesSnapshot before) {
        source = now.source;
        operation = now.operation;
        api = now.api;
        format = now.format;
        engine = now.engine;
        outcome = now.outcome;
        latencies = now.latencies.minus(before.latencies);
        nestedNanos = now.nestedNanos - before.nestedNanos;
        totalNanos = now.totalNanos - before.totalNanos;
        maxNanos = Math.min(now.maxNanos, latencies.highest());
        pixels = now.pixels - before.pixels;
        bytes = now.bytes - before.bytes;
    }

    /** With latencies that take {@code most} bytes at most. */
    private SeriesSnapshot(SeriesSnapshot now, int most) {
        source = now.source;
        operation = now.operation;
        api = now.api;
        format = now.format;
        engine = now.engine;
        outcome = now.outcome;
        latencies = now.latencies.within(most);
        nestedNanos = now.nestedNanos;
        totalNanos = now.totalNanos;
        maxNanos = now.maxNanos;
        pixels = now.pixels;
        bytes = now.bytes;
    }

    SeriesSnapshot since(SeriesSnapshot before) {
        return new SeriesSnapshot(this, before);
    }

    SeriesSnapshot within(int most) {
        return new SeriesSnapshot(this, most);
    }

    /** The same number for snapshots of the same series only. */
    int key() {
        int key = operation.ordinal();
        key = key * Api.values().length + api.ordinal();
        key = key * Format.values().length + format.ordinal();
        key = key * Engine.values().length + engine.ordinal();
        return key * Outcome.values().length + outcome.ordinal();
    }

    /** All that the same series has counted since the start until now. */
    public SeriesSnapshot latest() {
        return source.snapshot();
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
