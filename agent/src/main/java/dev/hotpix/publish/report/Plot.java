package dev.hotpix.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line plot as inline SVG. Its colours are classes {@code c1} to {@code c8} of the page's style sheet, so that they
 * follow the reader's choice of light or dark.
 */
final class Plot {
    static final int COLOURS = 8;
    static final int NO_COLOUR = 0;

    private static final double WIDTH = 920;
    private static final double LEFT = 68;
    private static final double RIGHT = 16;
    private static final double TOP = 12;
    private static final double BOTTOM = 42;
    /** Nearer than this, in pixels, points make no difference. */
    private static final double SMALLEST_STEP = 0.4;

    private final StringBuilder svg = new StringBuilder();
    private final double height;
    private final Axis x;
    private final Axis y;

    /** A scale from data to a span of pixels. */
    static final class Axis {
        final double from;
        final double to;
        final boolean logarithmic;
        final String title;
        private final List<Double> ticks = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();

        /** Shows values {@code from} to {@code to}, which must differ; both positive if logarithmic. */
        Axis(String title, double from, double to, boolean logarithmic) {
            this.title = title;
            this.from = from;
            this.to = to;
            this.logarithmic = logarithmic;
        }

        Axis tick(double value, String label) {
            if (value >= from * 0.999 && value <= to * 1.001) {
                ticks.add(value);
                labels.add(label);
            }
            return this;
        }

        /** 0 at {@link #from} to 1 at {@link #to}, and never beyond. */
        double fraction(double value) {
            double part = logarithmic
                    ? Math.log(Math.max(value, from) / from) / Math.log(to / from) : (value - from) / (to - from);
            return Math.max(0, Math.min(1, part));
        }
    }

    /** A plot with nothing in it but axes and their grid. */
    Plot(String label, double height, Axis x, Axis y) {
        this.height = height;
        this.x = x;
        this.y = y;
        svg.append("<svg viewBox=\"0 0 ").append(number(WIDTH)).append(' ').append(number(height))
                .append("\" role=\"img\" aria-label=\"").append(Html.escape(label)).append("\">\n");
        grid();
    }

    private void grid() {
        double bottom = height - BOTTOM;
        double right = WIDTH - RIGHT;
        for (int i = 0; i < y.ticks.size(); i++) {
            String at = number(py(y.ticks.get(i)));
            line("grid", number(LEFT), at, number(right), at);
            label(y.labels.get(i), number(LEFT - 8), number(py(y.ticks.get(i)) + 4), "end");
        }
        for (int i = 0; i < x.ticks.size(); i++) {
            String at = number(px(x.ticks.get(i)));
            line("grid", at, number(TOP), at, number(bottom));
            label(x.labels.get(i), at, number(bottom + 16), "middle");
        }
        line("axis", number(LEFT), number(bottom), number(right), number(bottom));
        label(x.title, number((LEFT + right) / 2), number(height - 6), "middle");
    }

    private void line(String cssClass, String x1, String y1, String x2, String y2) {
        svg.append("<line class=\"").append(cssClass).append("\" x1=\"").append(x1).append("\" y1=\"").append(y1)
                .append("\" x2=\"").append(x2).append("\" y2=\"").append(y2).append("\"/>\n");
    }

    private void label(String text, String atX, String atY, String anchor) {
        svg.append("<text x=\"").append(atX).append("\" y=\"").append(atY).append("\" text-anchor=\"").append(anchor)
                .append("\">").append(Html.escape(text)).append("</text>\n");
    }

    /** Adds a line through points, each an x and a y; a null interrupts it. */
    Plot curve(int colour, String cssClass, List<double[]> points) {
        StringBuilder path = new StringBuilder();
        double[] last = null;
        int run = 0;
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            if (point == null) {
                last = null;
                run = 0;
                continue;
            }
            boolean ends = i + 1 == points.size() || points.get(i + 1) == null;
            double[] pixel = {px(point[0]), py(point[1])};
            if (last != null && !ends && Math.hypot(pixel[0] - last[0], pixel[1] - last[1]) < SMALLEST_STEP) {
                continue;
            }
            path.append(last == null ? 'M' : 'L').append(number(pixel[0])).append(' ').append(number(pixel[1]));
            if (ends && run == 0) {
                // A point between two gaps: with round ends, a line of no length is a dot.
                path.append("h0");
            }
            last = pixel;
            run++;
        }
        svg.append("<path class=\"curve c").append(colour).append(' ').append(cssClass).append("\" d=\"").append(path)
                .append("\"/>\n");
        return this;
    }

    /** Adds a dot that says something when it is pointed at. */
    Plot dot(int colour, double atX, double atY, String says) {
        svg.append("<circle class=\"dot c").append(colour).append("\" cx=\"").append(number(px(atX))).append("\" cy=\"")
                .append(number(py(atY))).append("\" r=\"4\"><title>").append(Html.escape(says))
                .append("</title></circle>\n");
        return this;
    }

    private double px(double value) {
        return LEFT + (WIDTH - RIGHT - LEFT) * x.fraction(value);
    }

    private double py(double value) {
        return height - BOTTOM - (height - BOTTOM - TOP) * y.fraction(value);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        return svg + "</svg>\n";
    }
}
