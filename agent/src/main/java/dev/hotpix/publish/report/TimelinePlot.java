package dev.hotpix.publish.report;

import dev.hotpix.measure.Operation;
import java.util.ArrayList;
import java.util.List;

/** How many operations there were per second, and how long they took, over the life of the JVM; a colour per kind. */
final class TimelinePlot {
    private static final double HEIGHT = 230;
    private static final int LEAST_POINTS = 2;
    /** Peaks that are so many times higher than another's make that one invisible. */
    private static final double FLAT = 20;
    private static final long[] STEPS_SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400,
        43200, 86400, 172800, 604800, 2592000};
    private static final int MOST_STEPS = 10;

    private final List<Timeline.Point> points;
    private final long jvmStartMillis;
    private final List<Operation> kinds = new ArrayList<>();

    TimelinePlot(List<Timeline.Point> points, long jvmStartMillis) {
        this.points = points;
        this.jvmStartMillis = Math.min(jvmStartMillis, points.get(0).startMillis);
        for (Operation kind : Operation.values()) {
            if (points.stream().anyMatch(point -> point.of(kind) != null)) {
                kinds.add(kind);
            }
        }
    }

    /** Whether there is anything to be seen. */
    boolean isWorthIt() {
        return points.size() >= LEAST_POINTS && !kinds.isEmpty();
    }

    void appendTo(Html page) {
        page.markup("<p class=\"keys\">");
        for (Operation kind : kinds) {
            page.markup("<span><i class=\"key c" + colour(kind) + "\"></i>").text(kind.label()).markup("</span> ");
        }
        page.markup("</p>\n").element("h3", "Operations per second").markup("\n").markup(rates().toString());
        page.element("h3", "Time of an operation: median, and dashed the 99th percentile").markup("\n")
                .markup(latencies().toString());
    }

    private static int colour(Operation kind) {
        return kind.ordinal() + 1;
    }

    private Plot rates() {
        Plot plot = new Plot("Operations per second", HEIGHT, time(), perSecond());
        for (Operation kind : kinds) {
            List<double[]> curve = new ArrayList<>();
            for (Timeline.Point point : points) {
                curve.add(new double[] {middle(point), rate(point, kind)});
            }
            plot.curve(colour(kind), "", curve);
        }
        return plot;
    }

    /** Logarithmic where a kind would lie flat on the axis for another's sake. */
    private Plot.Axis perSecond() {
        double highest = 0;
        double flattest = Double.MAX_VALUE;
        for (Operation kind : kinds) {
            double peak = points.stream().mapToDouble(point -> rate(point, kind)).max().orElse(0);
            highest = Math.max(highest, peak);
            flattest = Math.min(flattest, peak);
        }
        return highest > flattest * FLAT ? decades(flattest / FLAT, highest) : linear(highest);
    }

    private static Plot.Axis decades(double lowest, double highest) {
        double from = Math.pow(10, Math.floor(Math.log10(lowest)));
        Plot.Axis axis = new Plot.Axis("", from, Math.pow(10, Math.ceil(Math.log10(highest))), true);
        for (double tick = from; tick <= axis.to * 1.001; tick *= 10) {
            // None at all is drawn at the lower end.
            axis.tick(tick, tick == from ? "0" : Units.plain(tick));
        }
        return axis;
    }

    private static Plot.Axis linear(double highest) {
        double step = Math.pow(10, Math.floor(Math.log10(highest / 2)));
        step *= highest / step > 10 ? 5 : highest / step > 5 ? 2 : 1;
        Plot.Axis axis = new Plot.Axis("", 0, Math.ceil(highest / step - 1e-9) * step, false);
        for (int i = 0; i * step <= axis.to * 1.001; i++) {
            axis.tick(i * step, Units.plain(i * step));
        }
        return axis;
    }

    private static double rate(Timeline.Point point, Operation kind) {
        Load load = point.of(kind);
        return load == null ? 0 : load.calls / point.seconds();
    }

    private Plot latencies() {
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        for (Operation kind : kinds) {
            for (Timeline.Point point : points) {
                Load load = point.of(kind);
                lowest = load == null ? lowest : Math.min(lowest, load.atPercentile(50));
                highest = load == null ? highest : Math.max(highest, load.atPercentile(99));
            }
        }
        Plot plot = new Plot("Time of an operation", HEIGHT, time(), LatencyAxis.between(lowest, highest));
        for (Operation kind : kinds) {
            plot.curve(colour(kind), "high", curve(kind, 99));
            plot.curve(colour(kind), "", curve(kind, 50));
        }
        return plot;
    }

    private List<double[]> curve(Operation kind, double percentile) {
        List<double[]> curve = new ArrayList<>();
        for (Timeline.Point point : points) {
            Load load = point.of(kind);
            // Without operations there is no time: a gap.
            curve.add(load == null ? null : new double[] {middle(point), load.atPercentile(percentile)});
        }
        return curve;
    }

    /** In seconds since the start of the JVM. */
    private double middle(Timeline.Point point) {
        return (point.startMillis + point.endMillis) / 2e3 - jvmStartMillis / 1e3;
    }

    private Plot.Axis time() {
        double from = (points.get(0).startMillis - jvmStartMillis) / 1e3;
        double to = Math.max(from + 0.001, (points.get(points.size() - 1).endMillis - jvmStartMillis) / 1e3);
        Plot.Axis axis = new Plot.Axis("since the start of the JVM", from, to, false);
        long step = STEPS_SECONDS[STEPS_SECONDS.length - 1];
        for (int i = STEPS_SECONDS.length - 1; i >= 0 && (to - from) / STEPS_SECONDS[i] <= MOST_STEPS; i--) {
            step = STEPS_SECONDS[i];
        }
        for (long at = (long) Math.ceil(from / step) * step; at <= to; at += step) {
            axis.tick(at, duration(at));
        }
        return axis;
    }

    private static String duration(long seconds) {
        if (seconds < 120 || seconds % 60 != 0 && seconds < 3600) {
            return seconds + " s";
        }
        if (seconds < 7200 && seconds != 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 172800 ? Units.plain(seconds / 3600.0) + " h" : Units.plain(seconds / 86400.0) + " d";
    }
}
