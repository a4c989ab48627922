package dev.hotpix.publish.micrometer;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Operations that wait for their meters: these are made by a thread of the agent, since making one takes locks of the
 * application's registry and runs its filters. Bounded: of those beyond {@link #MOST} only number and sums are kept.
 * None is lost.
 */
final class Backlog {

    /** 200 KB at most, for each copy of Micrometer. */
    static final int MOST = 4096;

    private final ConcurrentLinkedQueue<Ended> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicReferenceArray<Sums> beyond = new AtomicReferenceArray<>(SeriesKey.COUNT);

    /** Takes what has waited. */
    interface Recorder {
        void record(int key, long nanos, long pixels, long bytes);
    }

    private static final class Ended {
        final int key;
        final long nanos;
        final long pixels;
        final long bytes;

        Ended(int key, long nanos, long pixels, long bytes) {
            this.key = key;
            this.nanos = nanos;
            this.pixels = pixels;
            this.bytes = bytes;
        }
    }

    private static final class Sums {
        final LongAdder calls = new LongAdder();
        final LongAdder nanos = new LongAdder();
        final LongAdder pixels = new LongAdder();
        final LongAdder bytes = new LongAdder();
    }

    /** Keeps an operation of the series {@code key}. Takes no lock; allocates unless there are many. */
    void add(int key, long nanos, long pixels, long bytes) {
        if (size.get() < MOST) {
            size.incrementAndGet();
            queue.offer(new Ended(key, nanos, pixels, bytes));
            return;
        }
        Sums sums = beyond.get(key);
        if (sums == null) {
            beyond.compareAndSet(key, null, new Sums());
            sums = beyond.get(key);
        }
        sums.nanos.add(nanos);
        sums.pixels.add(pixels);
        sums.bytes.add(bytes);
        // Last: what is counted is complete.
        sums.calls.increment();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Hands over all that wait, the oldest first; those of which there are only sums as so many equal ones. */
    void drain(Recorder recorder) {
        for (Ended oldest = queue.poll(); oldest != null; oldest = queue.poll()) {
            size.decrementAndGet();
            recorder.record(oldest.key, oldest.nanos, oldest.pixels, oldest.bytes);
        }
        for (int key = 0; key < beyond.length(); key++) {
            Sums sums = beyond.get(key);
            long calls = sums == null ? 0 : sums.calls.sumThenReset();
            if (calls > 0) {
                spread(key, calls, sums, recorder);
            }
        }
    }

    /** No meter takes a number and a sum. */
    private static void spread(int key, long calls, Sums sums, Recorder recorder) {
        long nanos = sums.nanos.sumThenReset();
        long pixels = sums.pixels.sumThenReset();
        long bytes = sums.bytes.sumThenReset();
        for (long left = calls; left > 0; left--) {
            // Each gets its share of what is left, so that nothing is lost by rounding.
            recorder.record(key, nanos / left, pixels / left, bytes / left);
            nanos -= nanos / left;
            pixels -= pixels / left;
            bytes -= bytes / left;
        }
    }
}
