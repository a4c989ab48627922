package dev.hotpix.measure;

import java.util.List;

/** What was counted between two moments. Immutable; see {@link SeriesSnapshot} on keeping it. */
public final class Interval {
    private final long startMillis;
    private final long endMillis;
    private final List<SeriesSnapshot> series;

    Interval(long startMillis, long endMillis, List<SeriesSnapshot> series) {
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.series = List.copyOf(series);
    }

    /** When it began, in milliseconds since 1970. */
    public long startMillis() {
        return startMillis;
    }

    /** When it ended, in milliseconds since 1970: when the next one of the same reader begins. */
    public long endMillis() {
        return endMillis;
    }

    /** The series that have counted something in it: kind by kind, in the order of their tags. */
    public List<SeriesSnapshot> series() {
        return series;
    }
}
