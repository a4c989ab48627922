package dev.hotpix.publish.report;

import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.publish.Telemetry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The measurements of this JVM as a block of plain ASCII text: a table of the operations, the one
 * with the most time first, the lines of the application that asked for them, and how often the work
 * was left to stock code and why. Ends with a newline, and is rendered anew by each {@link #get()}.
 */
public final class TextReport implements Supplier<String> {
    static final String NOTHING = "-";

    private final Telemetry telemetry;

    /** A report on the JVM that {@code telemetry} tells of. */
    public TextReport(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public String get() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "[hotpix] image operations of this JVM (%.1f s up)\n",
                telemetry.uptimeMillis() / 1e3));
        List<Row> rows = rows();
        appendOperations(out, rows);
        new HotSpots(telemetry.sites(), rows.stream().mapToLong(row -> row.series.calls()).sum(),
                rows.stream().mapToLong(row -> row.series.totalNanos()).sum()).appendTo(out);
        appendFallbacks(out);
        return out.toString();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        telemetry.series().forEach(one -> rows.add(new Row(one)));
        rows.sort(Comparator.comparingLong((Row row) -> row.series.totalNanos()).reversed());
        return rows;
    }

    private static void appendOperations(StringBuilder out, List<Row> rows) {
        if (rows.isEmpty()) {
            out.append("  none was measured\n");
            return;
        }
        // Most JVMs have seen neither errors nor aborts; the column is for those that have.
        boolean outcomes = rows.stream().anyMatch(row -> row.series.outcome() != Outcome.OK);
        TextTable table = new TextTable(outcomes ? 5 : 4);
        table.row(columns(outcomes, "operation", "format", "api", "engine", "outcome",
                "calls", "errors", "total ms", "p50", "p90", "p99", "max", "MP/s"));
        for (Row row : rows) {
            table.row(columns(outcomes, row.cells()));
        }
        table.appendTo(out);
    }

    /** The cells, without that of the outcome unless it is wanted. */
    private static String[] columns(boolean outcomes, String... cells) {
        if (outcomes) {
            return cells;
        }
        List<String> kept = new ArrayList<>(List.of(cells));
        kept.remove(4);
        return kept.toArray(new String[0]);
    }

    /** One series as a line of the table. */
    private static final class Row {
        final SeriesSnapshot series;

        Row(SeriesSnapshot series) {
            this.series = series;
        }

        String[] cells() {
            return new String[] {
                series.operation().label(),
                series.format().label(),
                series.api().label(),
                series.engine().label(),
                series.outcome() == Outcome.OK ? "" : series.outcome().label(),
                Long.toString(series.calls()),
                Long.toString(series.outcome() == Outcome.ERROR ? series.calls() : 0),
                decimal(series.totalNanos() / 1e6, 1),
                time(series.p50Nanos()),
                time(series.p90Nanos()),
                time(series.p99Nanos()),
                time(series.maxNanos()),
                throughput(series.pixels(), series.totalNanos())
            };
        }
    }

    private void appendFallbacks(StringBuilder out) {
        TextTable table = new TextTable(2);
        boolean any = false;
        for (Map.Entry<String, Map<String, Long>> redirect : telemetry.fallbacks().entrySet()) {
            for (Map.Entry<String, Long> count : redirect.getValue().entrySet()) {
                table.row(redirect.getKey(), count.getKey(), count.getValue().toString());
                any = true;
            }
        }
        if (any) {
            out.append("left to stock, by reason\n");
            table.appendTo(out);
        }
    }

    /** Million pixels per second of time spent in the operations. */
    static String throughput(long pixels, long nanos) {
        return pixels == 0 || nanos == 0 ? NOTHING : decimal(pixels * 1e3 / nanos, 1);
    }

    /** Nanoseconds in the unit that leaves one to three digits before the point: us, ms or s. */
    static String time(long nanos) {
        if (nanos < 999_500) {
            return threeDigits(nanos / 1e3) + " us";
        }
        if (nanos < 999_500_000) {
            return threeDigits(nanos / 1e6) + " ms";
        }
        return threeDigits(nanos / 1e9) + " s";
    }

    /** As many decimals as three significant digits need: more the histograms do not know. */
    private static String threeDigits(double value) {
        if (value < 9.995) {
            return decimal(value, 2);
        }
        return decimal(value, value < 99.95 ? 1 : 0);
    }

    static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
