package dev.hotpix.measure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * What one line of the application has spent on one kind of operation. Only operations whose stack
 * was walked come here, a few per millisecond at most: plain atomics serve better than adders, which
 * take more memory.
 *
 * <p>Memory: one significant digit from 1 microsecond to 137 s are 24 buckets of 32 sub-buckets, of
 * which half overlap: 25 * 16 counts of 8 bytes = 3,200 bytes. Two digits would be 22,528 bytes, for
 * 512 sites 11.5 MB, which beside 10 MB of series is more than the 16 MB that all may take. A value
 * is shown as the middle of its sub-bucket, at most 3.2 % off.
 */
final class CallSite {
    /** The observed call that gets a histogram: most sites of most applications never come so far. */
    static final long HISTOGRAM_FROM = 10;

    private static final int DIGITS = 1;
    /** What a site takes without its histogram, in bytes: itself, its counters, its label. */
    private static final long PLAIN_BYTES = 500;

    private final Operation operation;
    private final String label;
    private final AtomicLong observed = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong redirectedCalls = new AtomicLong();
    private final AtomicLong totalNanos = new AtomicLong();
    private final AtomicLong nestedNanos = new AtomicLong();
    private final AtomicLong pixels = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong maxNanos = new AtomicLong();
    private final AtomicReference<AtomicHistogram> latencies = new AtomicReference<>();

    CallSite(Operation operation, String label) {
        this.operation = operation;
        this.label = label;
    }

    /** An empty histogram that {@link #snapshot(Histogram)} can copy any site into. */
    static Histogram newScratch() {
        return new Histogram(Series.LOWEST_NANOS, Series.HIGHEST_NANOS, DIGITS);
    }

    /** What one or more operations add up to. */
    static final class Sums {
        final long nanos;
        final long nestedNanos;
        final long pixels;
        final long bytes;

        /** Times in nanoseconds. */
        Sums(long nanos, long nestedNanos, long pixels, long bytes) {
            this.nanos = Math.max(0, nanos);
            this.nestedNanos = Math.max(0, nestedNanos);
            this.pixels = Math.max(0, pixels);
            this.bytes = Math.max(0, bytes);
        }
    }

    /** Counts an operation of {@code series} that was seen here. */
    void observe(Series series, Sums one) {
        add(series, 1, one);
        maxNanos.accumulateAndGet(one.nanos, Math::max);
        if (observed.incrementAndGet() >= HISTOGRAM_FROM) {
            count(one.nanos, 1);
        }
    }

    /**
     * Counts operations of {@code series} that were not seen, and for which one of {@code nanos}
     * nanoseconds, seen here, is the sample.
     */
    void represent(Series series, long nanos, long callCount, Sums all) {
        add(series, callCount, all);
        if (callCount > 0 && latencies.get() != null) {
            count(nanos, callCount);
        }
    }

    private void add(Series series, long callCount, Sums sums) {
        calls.addAndGet(callCount);
        if (series.engine().isOurs()) {
            redirectedCalls.addAndGet(callCount);
        }
        totalNanos.addAndGet(sums.nanos);
        nestedNanos.addAndGet(Math.min(sums.nanos, sums.nestedNanos));
        pixels.addAndGet(sums.pixels);
        bytes.addAndGet(sums.bytes);
    }

    private void count(long nanos, long callCount) {
        AtomicHistogram histogram = latencies.get();
        if (histogram == null) {
            latencies.compareAndSet(null, new AtomicHistogram(Series.LOWEST_NANOS, Series.HIGHEST_NANOS, DIGITS));
            histogram = latencies.get();
        }
        histogram.recordValueWithCount(Math.max(0, Math.min(nanos, Series.HIGHEST_NANOS)), callCount);
    }

    /** All since the start. {@code scratch} is overwritten. */
    SiteSnapshot snapshot(Histogram scratch) {
        AtomicHistogram histogram = latencies.get();
        if (histogram == null) {
            scratch.reset();
        } else {
            histogram.copyInto(scratch);
        }
        return new SiteSnapshot(this, scratch);
    }

    /** The memory of this site, in bytes, as HdrHistogram estimates its part. */
    long estimatedBytes() {
        AtomicHistogram histogram = latencies.get();
        return PLAIN_BYTES + (histogram == null ? 0 : histogram.getEstimatedFootprintInBytes());
    }

    Operation operation() {
        return operation;
    }

    String label() {
        return label;
    }

    long observed() {
        return observed.get();
    }

    long calls() {
        return calls.get();
    }

    long redirectedCalls() {
        return redirectedCalls.get();
    }

    long totalNanos() {
        return totalNanos.get();
    }

    long nestedNanos() {
        return nestedNanos.get();
    }

    long pixels() {
        return pixels.get();
    }

    long bytes() {
        return bytes.get();
    }

    long maxNanos() {
        return maxNanos.get();
    }
}
