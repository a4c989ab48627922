package dev.hotpix.publish.report;

import dev.hotpix.measure.SiteSnapshot;
import java.util.ArrayList;
import java.util.List;

/** The lines of the application where image time goes, as a section of {@link TextReport}. */
final class HotSpots {
    /** Further down the list nothing is worth a look. */
    static final int SHOWN = 20;

    private final ReportContents contents;

    HotSpots(ReportContents contents) {
        this.contents = contents;
    }

    void appendTo(StringBuilder out) {
        List<SiteSnapshot> sites = contents.sites;
        if (sites.isEmpty()) {
            return;
        }
        out.append("hot spots\n");
        TextTable table = new TextTable(0, contents.nested ? 9 : 8);
        List<String> head = new ArrayList<>(List.of("share", "calls", "total ms"));
        if (contents.nested) {
            head.add("self ms");
        }
        head.addAll(List.of("p50", "p99", "max", "MP/s", "redirected", "", "called from"));
        table.row(head.toArray(new String[0]));
        int shown = Math.min(SHOWN, sites.size());
        for (SiteSnapshot site : sites.subList(0, shown)) {
            table.row(cells(site));
        }
        table.appendTo(out);
        appendRest(out, sites.subList(shown, sites.size()));
        if (contents.unattributedCalls > 0) {
            out.append("  not sampled: ").append(contents.unattributedCalls).append(" calls with ")
                    .append(share(contents.unattributedNanos)).append('\n');
        }
    }

    private String[] cells(SiteSnapshot site) {
        List<String> cells = new ArrayList<>(List.of(
                share(site.selfNanos()),
                // What was counted and what was inferred from a sample are not the same kind of number.
                (ReportContents.isEstimated(site) ? "~" : "") + site.calls(),
                Units.millis(site.totalNanos())));
        if (contents.nested) {
            cells.add(Units.millis(site.selfNanos()));
        }
        cells.addAll(List.of(
                Units.percentile(site.p50Nanos()),
                Units.percentile(site.p99Nanos()),
                Units.time(site.maxNanos()),
                Units.millionsPerSecond(site.pixels(), site.totalNanos()),
                Units.percent(site.redirectedCalls(), site.calls(), 0),
                site.operation().label(),
                ascii(site.label())));
        return cells.toArray(new String[0]);
    }

    private void appendRest(StringBuilder out, List<SiteSnapshot> rest) {
        if (!rest.isEmpty()) {
            long nanos = rest.stream().mapToLong(SiteSnapshot::selfNanos).sum();
            out.append("  and ").append(rest.size()).append(" more with ").append(share(nanos)).append('\n');
        }
    }

    private String share(long nanos) {
        return Units.percent(nanos, contents.imageNanos, 1);
    }

    /** Names of classes may have letters that a terminal or a log cannot show: as in source code, then. */
    static String ascii(String label) {
        StringBuilder text = new StringBuilder();
        for (char c : label.toCharArray()) {
            text.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.toString();
    }
}
