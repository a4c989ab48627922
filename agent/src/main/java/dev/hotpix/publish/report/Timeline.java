package dev.hotpix.publish.report;

import dev.hotpix.measure.Interval;
import dev.hotpix.measure.IntervalReader;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.SeriesSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What each kind of operation did over the life of the JVM, in a bounded number of points: when there are too many,
 * each two neighbours become one and points last twice as long from then on. Its memory is at most 240 points
 * of four kinds with 218 counts of 4 bytes: 0.9 MB, far less where intervals have few kinds.
 */
final class Timeline {
    /** The most points, a number that is even. */
    static final int MOST_POINTS = 240;

    private static final long FIRST_MILLIS = 500;

    private final IntervalReader intervals;
    private final List<Point> points = new ArrayList<>();
    private long pointMillis = FIRST_MILLIS;

    /** The figures of some stretch of time, by kind. Immutable. */
    static final class Point {
        final long startMillis;
        final long endMillis;
        private final Load[] loads;

        private Point(long startMillis, long endMillis, Load[] loads) {
            this.startMillis = startMillis;
            this.endMillis = endMillis;
            this.loads = loads;
        }

        private Point(Interval interval) {
            this(interval.startMillis(), interval.endMillis(), new Load[Operation.values().length]);
            for (SeriesSnapshot one : interval.series()) {
                int kind = one.operation().ordinal();
                loads[kind] = Load.sum(loads[kind], new Load(one));
            }
        }

        private Point and(Point next) {
            Load[] sums = new Load[loads.length];
            for (int kind = 0; kind < sums.length; kind++) {
                sums[kind] = Load.sum(loads[kind], next.loads[kind]);
            }
            return new Point(startMillis, next.endMillis, sums);
        }

        /** What the operations of a kind came to, or null if there were none. */
        Load of(Operation kind) {
            return loads[kind.ordinal()];
        }

        /** The seconds that it stands for. */
        double seconds() {
            return Math.max(1, endMillis - startMillis) / 1e3;
        }
    }

    /** Reads intervals of its own from {@code intervals}. */
    Timeline(IntervalReader intervals) {
        this.intervals = intervals;
    }

    /** Adds what has happened since the last call, and says after how many milliseconds to call again. */
    synchronized long sample() {
        Point now = new Point(intervals.next());
        Point last = points.isEmpty() ? null : points.get(points.size() - 1);
        if (last != null && now.endMillis - last.startMillis <= pointMillis * 3 / 2) {
            // A report between two samples: of so short a time a rate says nothing.
            points.set(points.size() - 1, last.and(now));
        } else {
            points.add(now);
        }
        if (points.size() > MOST_POINTS) {
            halve();
        }
        return pointMillis;
    }

    private void halve() {
        int half = 0;
        for (int i = 0; i < points.size(); i += 2) {
            Point one = points.get(i);
            points.set(half++, i + 1 < points.size() ? one.and(points.get(i + 1)) : one);
        }
        points.subList(half, points.size()).clear();
        pointMillis *= 2;
    }

    /** All points from the start to now, one after the other. */
    synchronized List<Point> points() {
        sample();
        return new ArrayList<>(points);
    }
}
