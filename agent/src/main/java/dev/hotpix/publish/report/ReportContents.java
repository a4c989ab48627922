package dev.hotpix.publish.report;

import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.measure.SiteSnapshot;
import dev.hotpix.measure.waste.WasteSnapshot;
import dev.hotpix.publish.Telemetry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a report tells, whatever its format: all of one moment, sorted, with what follows from it. */
final class ReportContents {
    final String version;
    final long uptimeMillis;
    /** All series, the one with the most time first. */
    final List<SeriesSnapshot> series;
    /** All lines of the application, the one with the most time of its own first. */
    final List<SiteSnapshot> sites;
    /** The lines of the application for which there is any advice, the one that wastes most first. */
    final List<WasteSnapshot> waste;
    final Map<String, Map<String, Long>> fallbacks;
    /** What doing operations again came to, of the redirects of which any was done again. */
    final Map<String, Map<String, Long>> verifications;
    /** What was different then, of the same redirects. */
    final Map<String, List<String>> findings;
    final Map<String, String> engines;
    final long dropped;

    /** The time of all operations, none of it counted twice. */
    final long imageNanos;
    /** Whether operations of one kind ran within those of another: else self time is total time. */
    final boolean nested;
    /** Whether the bytes of any operation are known. */
    final boolean bytesKnown;
    /** Short operations of which no later one was looked at, and their time. */
    final long unattributedCalls;
    final long unattributedNanos;

    ReportContents(Telemetry telemetry) {
        version = telemetry.version();
        uptimeMillis = telemetry.uptimeMillis();
        // Sites first: an operation that ends between the two is then at worst one of no known site.
        sites = new ArrayList<>(telemetry.sites());
        series = new ArrayList<>(telemetry.series());
        waste = new ArrayList<>(telemetry.waste());
        fallbacks = telemetry.fallbacks();
        // Findings first: each is then among the differences that are counted.
        findings = new LinkedHashMap<>(telemetry.verificationFindings());
        verifications = new LinkedHashMap<>(telemetry.verifications());
        verifications.values().removeIf(Map::isEmpty);
        findings.keySet().retainAll(verifications.keySet());
        engines = telemetry.engines();
        dropped = telemetry.dropped();
        series.sort(Comparator.comparingLong(SeriesSnapshot::totalNanos).reversed());
        // By name where times are equal, so that two reports on the same are the same.
        sites.sort(Comparator.comparingLong(SiteSnapshot::selfNanos).reversed().thenComparing(SiteSnapshot::label));
        waste.removeIf(one -> one.advice().isEmpty());
        waste.sort(Comparator.comparingLong((WasteSnapshot one) -> one.decodedPixels() - one.shownPixels())
                .thenComparing(WasteSnapshot::repeatNanos).reversed().thenComparing(WasteSnapshot::label));
        imageNanos = series.stream().mapToLong(SeriesSnapshot::selfNanos).sum();
        nested = series.stream().anyMatch(one -> one.selfNanos() < one.totalNanos());
        bytesKnown = series.stream().anyMatch(one -> one.bytes() > 0);
        unattributedCalls = Math.max(0, series.stream().mapToLong(SeriesSnapshot::calls).sum()
                - sites.stream().mapToLong(SiteSnapshot::calls).sum());
        unattributedNanos = Math.max(0, imageNanos - sites.stream().mapToLong(SiteSnapshot::selfNanos).sum());
    }

    /** Whether calls, total and pixels of a line are estimates. */
    static boolean isEstimated(SiteSnapshot site) {
        return site.observed() < site.calls();
    }
}
