package dev.hotpix.measure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.AtomicHistogram;

/**
 * The latencies, in nanoseconds, of all operations with the same four tags.
 *
 * <p>Why one {@link AtomicHistogram} and no {@code Recorder}: a recorder needs a second histogram
 * to add its intervals up in, which for 64 series is 20 MB, and the bound is 16 MB. The atomic one
 * is already cumulative, recording into it takes no lock and allocates nothing, and what is read
 * while others record is complete but for the calls in flight. An {@link IntervalReader} keeps what it
 * has shown, encoded, and subtracts.
 *
 * <p>Memory: three significant digits from 1 microsecond (a unit of 512 ns) to 137 s are 18 buckets
 * of 2048 sub-buckets, of which half overlap: 19 * 1024 counts of 8 bytes = 155,648 bytes a series.
 * 64 series are 9.96 MB, and each further doubling of the range would add half a megabyte.
 */
final class Series {
    /** Values below this, in nanoseconds, are not told apart. */
    static final long LOWEST_NANOS = 1_000;
    /** Longer operations, in nanoseconds, count as this in percentiles; total and maximum stay exact. */
    static final long HIGHEST_NANOS = (1L << 37) - 1;

    /** Significant decimal digits of a latency. */
    static final int DIGITS = 3;

    private final Operation operation;
    private final Api api;
    private final Format format;
    private final Engine engine;
    private final Outcome outcome;
    private final AtomicHistogram latencies = new AtomicHistogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
    private final Share walked = new Share();
    private final Unwalked shortUnwalked = new Unwalked();
    private final Unwalked longUnwalked = new Unwalked();
    private final LongAdder walkedCalls = new LongAdder();
    private final LongAdder longUnwalkedCalls = new LongAdder();
    private final LongAccumulator maxNanos = new LongAccumulator(Math::max, 0);

    /** Sums over a part of the operations. */
    private static final class Share {
        final LongAdder nanos = new LongAdder();
        final LongAdder nestedNanos = new LongAdder();
        final LongAdder pixels = new LongAdder();
        final LongAdder bytes = new LongAdder();

        void add(long elapsed, long nested, long pixelCount, long byteCount) {
            nanos.add(elapsed);
            // Most operations have none of these, and an adder that is touched costs some nanoseconds.
            if (nested > 0) {
                nestedNanos.add(Math.min(elapsed, nested));
            }
            if (pixelCount > 0) {
                pixels.add(pixelCount);
            }
            if (byteCount > 0) {
                bytes.add(byteCount);
            }
        }
    }

    /**
     * The operations whose site nobody looked for, and what has been given of them to sites that stand for them: of sums
     * that only grow. Nobody can take a part twice, and no lock is needed.
     */
    private static final class Unwalked {
        final Share sums = new Share();
        private final AtomicLong givenCalls = new AtomicLong();
        private final AtomicLong givenNanos = new AtomicLong();
        private final AtomicLong givenNestedNanos = new AtomicLong();
        private final AtomicLong givenPixels = new AtomicLong();
        private final AtomicLong givenBytes = new AtomicLong();

        /** Hands over what no site has got before, of {@code calls} calls in all. */
        void give(Series series, CallSite site, long nanos, long calls) {
            site.represent(series, nanos, take(givenCalls, calls), new CallSite.Sums(
                    take(givenNanos, sums.nanos.sum()),
                    take(givenNestedNanos, sums.nestedNanos.sum()),
                    take(givenPixels, sums.pixels.sum()),
                    take(givenBytes, sums.bytes.sum())));
        }

        private static long take(AtomicLong before, long now) {
            return Math.max(0, now - before.getAndAccumulate(now, Math::max));
        }
    }

    Series(Operation operation, Api api, Format format, Engine engine, Outcome outcome) {
        this.operation = operation;
        this.api = api;
        this.format = format;
        this.engine = engine;
        this.outcome = outcome;
    }

    /**
     * Counts one operation. Any value is taken: a negative one is a clock that went back, hence 0.
     *
     * @param attributed whether its call site will be told of it: then {@link #giveUnwalked} is not to
     */
    void record(long nanos, long nested, long pixelCount, long byteCount, boolean attributed) {
        long elapsed = Math.max(0, nanos);
        if (attributed) {
            // Before the histogram, so that it is never taken for an unwalked one.
            walkedCalls.increment();
        }
        boolean isLong = elapsed >= CallSites.LONG_NANOS;
        if (isLong && !attributed) {
            longUnwalkedCalls.increment();
        }
        Share share = attributed ? walked : isLong ? longUnwalked.sums : shortUnwalked.sums;
        share.add(elapsed, nested, pixelCount, byteCount);
        // Before the histogram, so that no snapshot sees a percentile above its maximum.
        maxNanos.accumulate(elapsed);
        latencies.recordValue(Math.min(elapsed, HIGHEST_NANOS));
    }

    /**
     * Hands to {@code site} all unwalked operations that no site has got before, of those that were as long or as short
     * as the walked one that was found there, which took {@code nanos}.
     */
    void giveUnwalked(CallSite site, long nanos) {
        if (nanos >= CallSites.LONG_NANOS) {
            longUnwalked.give(this, site, nanos, longUnwalkedCalls.sum());
        } else {
            long all = latencies.getTotalCount();
            shortUnwalked.give(this, site, nanos, all - walkedCalls.sum() - longUnwalkedCalls.sum());
        }
    }

    /** All since the start. Slot by slot, so that no copy of the histogram is needed. */
    SeriesSnapshot snapshot() {
        return new SeriesSnapshot(this, Latencies.read(latencies::getCountAtValue, maxNanos()));
    }

    /** The memory of this series, in bytes, as HdrHistogram estimates it. */
    long estimatedBytes() {
        return latencies.getEstimatedFootprintInBytes();
    }

    Operation operation() {
        return operation;
    }

    Api api() {
        return api;
    }

    Format format() {
        return format;
    }

    Engine engine() {
        return engine;
    }

    Outcome outcome() {
        return outcome;
    }

    long totalNanos() {
        return walked.nanos.sum() + shortUnwalked.sums.nanos.sum() + longUnwalked.sums.nanos.sum();
    }

    long nestedNanos() {
        return walked.nestedNanos.sum() + shortUnwalked.sums.nestedNanos.sum() + longUnwalked.sums.nestedNanos.sum();
    }

    long pixels() {
        return walked.pixels.sum() + shortUnwalked.sums.pixels.sum() + longUnwalked.sums.pixels.sum();
    }

    long bytes() {
        return walked.bytes.sum() + shortUnwalked.sums.bytes.sum() + longUnwalked.sums.bytes.sum();
    }

    long maxNanos() {
        return maxNanos.get();
    }
}
