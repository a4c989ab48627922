package dev.hotpix.publish.report;

import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.publish.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The measurements of this JVM as a block of plain ASCII text: a table of the operations, the one
 * with the most time first, the lines of the application that asked for them, and how often the work
 * was left to stock code and why, or done again by it to compare. Ends with a newline, and is
 * rendered anew by each {@link #get()}.
 */
public final class TextReport implements Supplier<String> {
    private final Telemetry telemetry;

    /** A report on the JVM that {@code telemetry} tells of. */
    public TextReport(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public String get() {
        ReportContents contents = new ReportContents(telemetry);
        StringBuilder out = new StringBuilder();
        out.append("[hotpix] image operations of this JVM (")
                .append(Units.seconds(contents.uptimeMillis)).append(" up)\n");
        appendOperations(out, contents);
        new HotSpots(contents).appendTo(out);
        new WasteAdvice(contents).appendTo(out);
        appendFallbacks(out, contents);
        appendVerifications(out, contents);
        return out.toString();
    }

    private static void appendOperations(StringBuilder out, ReportContents contents) {
        if (contents.series.isEmpty()) {
            out.append("  none was measured\n");
            return;
        }
        // Columns that most JVMs have nothing for are only for those that have.
        boolean outcomes = contents.series.stream().anyMatch(one -> one.outcome() != Outcome.OK);
        TextTable table = new TextTable(outcomes ? 5 : 4);
        List<String> head = new ArrayList<>(List.of("operation", "format", "api", "engine"));
        addIf(outcomes, head, "outcome");
        head.addAll(List.of("calls", "total ms"));
        addIf(contents.nested, head, "self ms");
        head.addAll(List.of("p50", "p90", "p99", "max", "MP/s"));
        addIf(contents.bytesKnown, head, "MB/s");
        table.row(head.toArray(new String[0]));
        for (SeriesSnapshot one : contents.series) {
            table.row(cells(one, outcomes, contents));
        }
        table.appendTo(out);
        if (contents.dropped > 0) {
            out.append("  not counted for want of memory or stack: ").append(contents.dropped).append('\n');
        }
    }

    private static String[] cells(SeriesSnapshot one, boolean outcomes, ReportContents contents) {
        List<String> cells = new ArrayList<>(List.of(
                one.operation().label(), one.format().label(), one.api().label(), one.engine().label()));
        addIf(outcomes, cells, one.outcome() == Outcome.OK ? "" : one.outcome().label());
        cells.addAll(List.of(Long.toString(one.calls()), Units.millis(one.totalNanos())));
        addIf(contents.nested, cells, Units.millis(one.selfNanos()));
        cells.addAll(List.of(Units.time(one.p50Nanos()), Units.time(one.p90Nanos()), Units.time(one.p99Nanos()),
                Units.time(one.maxNanos()), Units.millionsPerSecond(one.pixels(), one.totalNanos())));
        addIf(contents.bytesKnown, cells, Units.millionsPerSecond(one.bytes(), one.totalNanos()));
        return cells.toArray(new String[0]);
    }

    private static void addIf(boolean wanted, List<String> cells, String cell) {
        if (wanted) {
            cells.add(cell);
        }
    }

    private static void appendFallbacks(StringBuilder out, ReportContents contents) {
        TextTable table = new TextTable(2);
        boolean any = false;
        for (Map.Entry<String, Map<String, Long>> redirect : contents.fallbacks.entrySet()) {
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

    private static void appendVerifications(StringBuilder out, ReportContents contents) {
        if (contents.verifications.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(2);
        contents.verifications.forEach((redirect, results) -> results.forEach((result, count) ->
                table.row(redirect, result, count.toString())));
        out.append("done again by stock to compare, by result\n");
        table.appendTo(out);
        contents.findings.forEach((redirect, findings) -> findings.forEach(finding ->
                out.append("  ").append(redirect).append(": ").append(HotSpots.ascii(finding)).append('\n')));
    }
}
