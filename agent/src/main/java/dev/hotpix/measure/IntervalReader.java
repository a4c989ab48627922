package dev.hotpix.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Cuts time into intervals for one outlet, at the moments that the outlet chooses: every operation is in exactly one of
 * them, so that they add up to the figures since the start. Each outlet has a reader of its own.
 *
 * <p>A reader keeps what it has shown, encoded. A series whose operations took so very different times that this is
 * more than {@link #MOST_BYTES} has slots of 1 % instead of 0.1 % in its intervals, or wider ones, never fewer counts.
 */
public final class IntervalReader {
    /** What is kept of one series. A hundred thousand operations around one time take 3 to 6 kB. */
    static final int MOST_BYTES = 6 * 1024;
    /** Object, sums and its place in the map. */
    private static final int OVERHEAD_BYTES = 256;

    private final Supplier<List<SeriesSnapshot>> series;
    private final LongSupplier clockMillis;
    private final Map<Integer, SeriesSnapshot> shown = new HashMap<>();
    private long startMillis;

    /**
     * @param series all series since the start
     * @param startMillis when the first interval begins: with the measuring itself
     * @param clockMillis the time of day
     */
    IntervalReader(Supplier<List<SeriesSnapshot>> series, long startMillis, LongSupplier clockMillis) {
        this.series = series;
        this.startMillis = startMillis;
        this.clockMillis = clockMillis;
    }

    /** When the next interval begins, in milliseconds since 1970. */
    public synchronized long startMillis() {
        return startMillis;
    }

    /** What has been counted since the last call or, at first, since the start. */
    public synchronized Interval next() {
        // A clock that was set back makes an interval of no length.
        long endMillis = Math.max(startMillis, clockMillis.getAsLong());
        List<SeriesSnapshot> counted = new ArrayList<>();
        for (SeriesSnapshot now : series.get()) {
            SeriesSnapshot before = shown.get(now.key());
            SeriesSnapshot since = before == null ? now : now.since(before);
            if (since.calls() > 0) {
                // Not if there was none: time of a call in flight would be lost.
                shown.put(now.key(), now.within(MOST_BYTES));
                counted.add(since);
            }
        }
        Interval interval = new Interval(startMillis, endMillis, counted);
        startMillis = endMillis;
        return interval;
    }

    /** The memory of what has been shown, in bytes. */
    synchronized long estimatedBytes() {
        return shown.values().stream().mapToLong(one -> one.latencies().bytes() + OVERHEAD_BYTES).sum();
    }
}
