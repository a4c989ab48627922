package dev.hotpix.doctor;

import dev.hotpix.agent.LiveAgent;
import java.util.Locale;
import java.util.Map;

/** A report for people. */
final class TextPage {

    private static final double NANOS_PER_MILLI = 1e6;

    private TextPage() {
    }

    static String of(Report report) {
        Verdict verdict = report.verdict();
        StringBuilder page = new StringBuilder();
        page.append("Hotpix ").append(LiveAgent.version()).append(" in ").append(report.subject()).append(": ")
                .append(verdict.text()).append('\n');
        for (String part : new String[] {Report.JVM, Report.MACHINE, Report.SETTINGS}) {
            if (!report.part(part).isEmpty()) {
                page.append('\n');
                append(page, report.part(part));
            }
        }
        page.append('\n');
        for (Finding finding : report.findings()) {
            page.append(String.format(
                    "  %-6s  %-14s  %s\n", finding.state().label(), finding.check(), finding.detail()));
            if (finding.cure() != null) {
                page.append(String.format("  %-6s  %-14s  -> %s\n", "", "", finding.cure()));
            }
        }
        if (!report.measured().isEmpty()) {
            page.append('\n').append(measurements(report));
        }
        return page.append("\nexit code ").append(verdict.exitCode()).toString();
    }

    private static void append(StringBuilder page, Map<String, String> values) {
        values.forEach((name, value) -> page.append(String.format("  %-14s  %s\n", name, value)));
    }

    private static String measurements(Report report) {
        StringBuilder table = new StringBuilder(String.format("  %-32s  %10s  %10s  %8s  %s\n",
                "CPU time, measured in turn", "JVM's own", "Hotpix", "speed-up", "pixels"));
        for (Measured row : report.measured()) {
            table.append(String.format(Locale.ROOT, "  %-32s  %7.2f ms  %7.2f ms  %7.1fx  %s\n", row.operation(),
                    row.stockNanos() / NANOS_PER_MILLI, row.redirectedNanos() / NANOS_PER_MILLI, row.speedUp(),
                    (row.equal() ? "equal" : "DIFFERENT") + ", pairs: " + row.pairs()
                            + (row.redirected() ? "" : ", not redirected")));
        }
        return table.toString();
    }
}
