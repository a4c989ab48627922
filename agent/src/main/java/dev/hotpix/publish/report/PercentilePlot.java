package dev.hotpix.publish.report;

import dev.hotpix.measure.SeriesSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * How long operations took, from the shortest to the longest, a curve per series. The axis of percentiles is stretched
 * towards 100 %, each nine as wide as the one before, since that is where the trouble is.
 */
final class PercentilePlot {
    private static final double HEIGHT = 380;
    private static final String[] TICKS = {"0", "50", "75", "90", "99", "99.9", "99.99", "99.999", "99.9999"};
    private static final double[] MARKED = {50, 90, 99, 99.9};

    private final List<SeriesSnapshot> series;
    private final List<List<double[]>> curves = new ArrayList<>();

    /** A plot of the first few of {@code series}, in which there is at least one. */
    PercentilePlot(List<SeriesSnapshot> series) {
        this.series = series.subList(0, Math.min(Plot.COLOURS, series.size()));
        this.series.forEach(one -> curves.add(curve(one)));
    }

    /** The colour of the series at {@code index} of those given, or none. */
    static int colour(int index) {
        return index < Plot.COLOURS ? index + 1 : Plot.NO_COLOUR;
    }

    void appendTo(Html page) {
        double nines = 1;
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        for (List<double[]> curve : curves) {
            nines = Math.max(nines, curve.get(curve.size() - 1)[0]);
            lowest = Math.min(lowest, curve.get(0)[1]);
            highest = Math.max(highest, curve.get(curve.size() - 1)[1]);
        }
        Plot.Axis percentiles = new Plot.Axis("percentile", 0, nines, false);
        for (String tick : TICKS) {
            percentiles.tick(nines(Double.parseDouble(tick)), tick + "%");
        }
        Plot plot = new Plot("Time of operations by percentile", HEIGHT, percentiles,
                LatencyAxis.between(lowest, highest));
        for (int i = 0; i < series.size(); i++) {
            plot.curve(colour(i), "", curves.get(i));
        }
        for (int i = 0; i < series.size(); i++) {
            mark(plot, i);
        }
        page.markup(plot.toString());
    }

    private void mark(Plot plot, int index) {
        SeriesSnapshot one = series.get(index);
        for (double percentile : MARKED) {
            // A percentile of fewer operations would be that of the longest.
            if (one.calls() >= 100 / (100 - percentile) * 0.999) {
                long nanos = one.atPercentile(percentile);
                plot.dot(colour(index), nines(percentile), nanos,
                        name(one) + ": p" + Units.plain(percentile) + " " + Units.time(nanos));
            }
        }
        plot.dot(colour(index), lastNines(one), one.maxNanos(), name(one) + ": max " + Units.time(one.maxNanos()));
    }

    static String name(SeriesSnapshot one) {
        return one.operation().label() + " " + one.format().label() + " " + one.engine().label();
    }

    /** The nines of a percentile: 0 at 0 %, 1 at 90 %, 2 at 99 %. */
    private static double nines(double percentile) {
        return -Math.log10(1 - percentile / 100);
    }

    /** Where the longest operation is drawn; 100 % is infinitely far away. */
    private static double lastNines(SeriesSnapshot one) {
        return Math.log10(one.calls());
    }

    private static List<double[]> curve(SeriesSnapshot one) {
        List<double[]> points = new ArrayList<>();
        double last = lastNines(one);
        long[] before = {0};
        one.latencies().forEach((from, to, count) -> {
            double nanos = Math.min(to, one.maxNanos());
            points.add(new double[] {Math.min(last, nines(100.0 * before[0] / one.calls())), nanos});
            before[0] += count;
            points.add(new double[] {
                before[0] >= one.calls() ? last : Math.min(last, nines(100.0 * before[0] / one.calls())), nanos});
        });
        return points;
    }
}
