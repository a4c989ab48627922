package dev.hotpix.publish.report;

import dev.hotpix.measure.SiteSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of the application where image time goes, as a section of {@link TextReport}. */
final class HotSpots {
    /** Further down the list nothing is worth a look. */
    static final int SHOWN = 20;

    private final List<SiteSnapshot> sites;
    private final long imageCalls;
    private final long imageNanos;

    /**
     * @param imageCalls the number of all image operations
     * @param imageNanos their time, of which shares are shown
     */
    HotSpots(List<SiteSnapshot> sites, long imageCalls, long imageNanos) {
        this.imageCalls = imageCalls;
        this.sites = new ArrayList<>(sites);
        this.imageNanos = imageNanos;
        // By name where times are equal, so that two reports on the same are the same.
        this.sites.sort(Comparator.comparingLong(SiteSnapshot::totalNanos).reversed()
                .thenComparing(SiteSnapshot::label));
    }

    void appendTo(StringBuilder out) {
        if (sites.isEmpty()) {
            return;
        }
        out.append("hot spots\n");
        TextTable table = new TextTable(0, 8);
        table.row("share", "calls", "total ms", "p50", "p99", "max", "MP/s", "redirected", "", "called from");
        int shown = Math.min(SHOWN, sites.size());
        for (SiteSnapshot site : sites.subList(0, shown)) {
            table.row(cells(site));
        }
        table.appendTo(out);
        appendRest(out, sites.subList(shown, sites.size()));
        appendUnknown(out);
    }

    /** Short operations of which no later one was looked at. */
    private void appendUnknown(StringBuilder out) {
        long calls = imageCalls - sites.stream().mapToLong(SiteSnapshot::calls).sum();
        long nanos = imageNanos - sites.stream().mapToLong(SiteSnapshot::totalNanos).sum();
        // Fewer than none: operations that ended between the two snapshots.
        if (calls > 0 && nanos >= 0) {
            out.append("  not sampled: ").append(calls).append(" calls with ").append(share(nanos)).append('\n');
        }
    }

    private String[] cells(SiteSnapshot site) {
        return new String[] {
            share(site.totalNanos()),
            // What was counted and what was inferred from a sample are not the same kind of number.
            (site.observed() < site.calls() ? "~" : "") + site.calls(),
            TextReport.decimal(site.totalNanos() / 1e6, 1),
            percentile(site.p50Nanos()),
            percentile(site.p99Nanos()),
            TextReport.time(site.maxNanos()),
            TextReport.throughput(site.pixels(), site.totalNanos()),
            TextReport.decimal(100.0 * site.redirectedCalls() / site.calls(), 0) + "%",
            site.operation().label(),
            ascii(site.label())
        };
    }

    private void appendRest(StringBuilder out, List<SiteSnapshot> rest) {
        if (!rest.isEmpty()) {
            long nanos = rest.stream().mapToLong(SiteSnapshot::totalNanos).sum();
            out.append("  and ").append(rest.size()).append(" more with ").append(share(nanos)).append('\n');
        }
    }

    private String share(long nanos) {
        return imageNanos == 0 ? TextReport.NOTHING : TextReport.decimal(100.0 * nanos / imageNanos, 1) + "%";
    }

    private static String percentile(long nanos) {
        return nanos == 0 ? TextReport.NOTHING : TextReport.time(nanos);
    }

    /** Names of classes may have letters that a terminal or a log cannot show: as in source code, then. */
    private static String ascii(String label) {
        StringBuilder text = new StringBuilder();
        for (char c : label.toCharArray()) {
            text.append(c >= ' ' && c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.toString();
    }
}
