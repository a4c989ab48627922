package dev.hotpix.publish.report;

/** A logarithmic axis of times. */
final class LatencyAxis {
    private static final double SHORTEST_NANOS = 1_000;
    /** From so many decades on, there is a line for each decade only. */
    private static final double MANY_DECADES = 2.5;

    private LatencyAxis() {
    }

    /** From the step of 1, 2 or 5 below {@code lowest} nanoseconds to the one above {@code highest}. */
    static Plot.Axis between(double lowest, double highest) {
        double from = step(Math.max(SHORTEST_NANOS, lowest), false);
        double to = step(Math.max(from * 1.5, highest), true);
        Plot.Axis axis = new Plot.Axis("", from, to, true);
        boolean decadesOnly = Math.log10(to / from) > MANY_DECADES;
        for (double decade = SHORTEST_NANOS; decade <= to; decade *= 10) {
            axis.tick(decade, round(decade));
            if (!decadesOnly) {
                axis.tick(2 * decade, round(2 * decade));
                axis.tick(5 * decade, round(5 * decade));
            }
        }
        return axis;
    }

    private static double step(double nanos, boolean up) {
        double decade = Math.pow(10, Math.floor(Math.log10(nanos) + 1e-9));
        double[] steps = {1, 2, 5, 10};
        double below = decade;
        for (double step : steps) {
            double value = step * decade;
            if (up && value >= nanos * 0.999) {
                return value;
            }
            below = value <= nanos * 1.001 ? value : below;
        }
        return below;
    }

    private static String round(double nanos) {
        if (nanos < 999_500) {
            return Math.round(nanos / 1e3) + " \u00b5s";
        }
        return nanos < 999_500_000 ? Math.round(nanos / 1e6) + " ms" : Math.round(nanos / 1e9) + " s";
    }
}
