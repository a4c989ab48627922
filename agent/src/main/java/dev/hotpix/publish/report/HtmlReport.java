package dev.hotpix.publish.report;

import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.measure.SiteSnapshot;
import dev.hotpix.measure.waste.WasteSnapshot;
import dev.hotpix.publish.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The measurements of this JVM as a page that needs nothing else: no file, no server, no script but for sorting. It is
 * well-formed XML too. Its policy lets a browser run the one script that is part of it, and fetch nothing.
 */
public final class HtmlReport implements Supplier<String> {
    /** Further down the list nothing is worth a look, and the page is to stay small. */
    private static final int MOST_SITES = 200;

    private final Telemetry telemetry;
    private final Timeline timeline;

    /**
     * A report on the JVM that {@code telemetry} tells of.
     *
     * @param timeline null if nobody has kept one
     */
    HtmlReport(Telemetry telemetry, Timeline timeline) {
        this.telemetry = telemetry;
        this.timeline = timeline;
    }

    @Override
    public String get() {
        ReportContents contents = new ReportContents(telemetry);
        Html page = new Html();
        appendHead(page);
        appendHeader(page, contents);
        if (contents.series.isEmpty()) {
            page.element("p", "No image operation was measured.");
        } else {
            appendTiles(page, contents);
            appendSites(page, contents);
            appendWaste(page, contents);
            appendOperations(page, contents);
            appendTimeline(page, contents);
        }
        appendFallbacks(page, contents);
        appendVerifications(page, contents);
        return page.markup("</main>\n</body>\n</html>\n").toString();
    }

    private static void appendHead(Html page) {
        String script = resource("report.js");
        page.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                + "style-src 'unsafe-inline'; script-src 'sha256-" + digest(script) + "'\"/>\n"
                + "<title>Hotpix report</title>\n<style>").markup(resource("report.css"))
                .markup("</style>\n<script>").markup(script).markup("</script>\n</head>\n<body>\n<main>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(String script) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void appendHeader(Html page, ReportContents contents) {
        Map<String, String> jvm = JvmFacts.read();
        page.markup("<header>\n<h1>Image operations of this JVM</h1>\n")
                .element("p", "Process " + ProcessHandle.current().pid() + ", "
                        + Units.seconds(contents.uptimeMillis) + " up at "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ". " + jvm.get("name") + " "
                        + jvm.get("version") + " on " + jvm.get("os") + " " + jvm.get("arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors. Hotpix " + contents.version + ".")
                .markup("\n<p class=\"engines\">");
        contents.engines.forEach((redirect, engine) ->
                page.markup("<span>").element("b", redirect).text(" " + engine).markup("</span> "));
        page.markup("</p>\n</header>\n");
    }

    private static void appendTiles(Html page, ReportContents contents) {
        long calls = contents.series.stream().mapToLong(SeriesSnapshot::calls).sum();
        long failed = contents.series.stream().filter(one -> one.outcome() == Outcome.ERROR)
                .mapToLong(SeriesSnapshot::calls).sum();
        page.markup("<div class=\"tiles\">\n");
        tile(page, Units.grouped(calls), "operations");
        tile(page, Units.seconds(contents.imageNanos / 1_000_000), "in them, on all threads together");
        tile(page, Units.decimal(contents.series.stream().mapToLong(SeriesSnapshot::pixels).sum() / 1e6, 1),
                "million pixels");
        tile(page, Units.grouped(failed), "failed");
        if (contents.dropped > 0) {
            tile(page, Units.grouped(contents.dropped), "not counted for want of memory or stack");
        }
        page.markup("</div>\n");
    }

    private static void tile(Html page, String figure, String meaning) {
        page.markup("<div>").element("b", figure).text(" " + meaning).markup("</div>\n");
    }

    private static void appendSites(Html page, ReportContents contents) {
        if (contents.sites.isEmpty()) {
            return;
        }
        page.section("Hot spots");
        HtmlTable table = new HtmlTable(page, "#share", "#calls", "#total ms", contents.nested ? "#self ms" : null,
                "#median", "#p99", "#max", "#MP/s", "#redirected", "operation", "called from");
        int shown = Math.min(MOST_SITES, contents.sites.size());
        for (SiteSnapshot site : contents.sites.subList(0, shown)) {
            table.row().share(site.selfNanos(), contents.imageNanos)
                    .number((ReportContents.isEstimated(site) ? "~" : "") + Units.grouped(site.calls()), site.calls())
                    .millis(site.totalNanos()).millisIf(contents.nested, site.selfNanos())
                    .time(site.p50Nanos()).time(site.p99Nanos()).time(site.maxNanos())
                    .perSecond(site.pixels(), site.totalNanos())
                    .number(Units.percent(site.redirectedCalls(), site.calls(), 0),
                            (double) site.redirectedCalls() / Math.max(1, site.calls()))
                    .cell(site.operation().label()).site(site.label()).endRow();
        }
        table.end();
        appendRest(page, contents, contents.sites.subList(shown, contents.sites.size()));
        page.endSection();
    }

    private static void appendRest(Html page, ReportContents contents, List<SiteSnapshot> rest) {
        StringBuilder note = new StringBuilder("~: estimated, since operations under a millisecond are sampled.");
        if (contents.nested) {
            note.append(" Share and self time are without operations of other kinds that ran within.");
        }
        if (!rest.isEmpty()) {
            long nanos = rest.stream().mapToLong(SiteSnapshot::selfNanos).sum();
            note.append(" Not shown: ").append(rest.size()).append(" more lines with ")
                    .append(Units.percent(nanos, contents.imageNanos, 1)).append('.');
        }
        if (contents.unattributedCalls > 0) {
            note.append(" Not sampled: ").append(contents.unattributedCalls).append(" calls with ")
                    .append(Units.percent(contents.unattributedNanos, contents.imageNanos, 1)).append('.');
        }
        page.element("p", "note", note.toString()).markup("\n");
    }

    private static void appendWaste(Html page, ReportContents contents) {
        if (contents.waste.isEmpty()) {
            return;
        }
        page.section("Decoded in vain");
        HtmlTable table = new HtmlTable(page, "#MP never shown", "#repeats ms", "called from", "what would help");
        for (WasteSnapshot one : contents.waste) {
            long unseen = one.decodedPixels() - one.shownPixels();
            List<String> sentences = new ArrayList<>();
            one.advice().forEach(advice -> sentences.add(WasteAdvice.sentence(one, advice)));
            table.row().number(Units.decimal(unseen / 1e6, 1), unseen).millis(one.repeatNanos())
                    .site(one.label()).prose(String.join("; ", sentences)).endRow();
        }
        table.end();
        page.endSection();
    }

    private static void appendOperations(Html page, ReportContents contents) {
        page.section("Operations");
        new PercentilePlot(contents.series).appendTo(page);
        HtmlTable table = new HtmlTable(page, "", "operation", "format", "api", "engine", "outcome", "#calls",
                "#total ms", contents.nested ? "#self ms" : null, "#median", "#p90", "#p99", "#p99.9", "#max", "#MP/s",
                contents.bytesKnown ? "#MB/s" : null);
        for (int i = 0; i < contents.series.size(); i++) {
            SeriesSnapshot one = contents.series.get(i);
            table.row().swatch(PercentilePlot.colour(i)).cell(one.operation().label()).cell(one.format().label())
                    .cell(one.api().label()).cell(one.engine().label()).cell(one.outcome().label())
                    .number(one.calls())
                    .millis(one.totalNanos()).millisIf(contents.nested, one.selfNanos())
                    .time(one.p50Nanos()).time(one.p90Nanos()).time(one.p99Nanos()).time(one.p999Nanos())
                    .time(one.maxNanos()).perSecond(one.pixels(), one.totalNanos())
                    .perSecondIf(contents.bytesKnown, one.bytes(), one.totalNanos()).endRow();
        }
        table.end();
        page.endSection();
    }

    private void appendTimeline(Html page, ReportContents contents) {
        page.section("Over time");
        TimelinePlot plot = timeline == null ? null
                : new TimelinePlot(timeline.points(), System.currentTimeMillis() - contents.uptimeMillis);
        if (plot != null && plot.isWorthIt()) {
            plot.appendTo(page);
        } else {
            page.element("p", "note", timeline == null
                    ? "Not kept: it is if hotpix.report names a file that ends in .html."
                    : "The JVM was up for too short a time.").markup("\n");
        }
        page.endSection();
    }

    private static void appendFallbacks(Html page, ReportContents contents) {
        if (contents.fallbacks.values().stream().allMatch(Map::isEmpty)) {
            return;
        }
        page.section("Left to stock, by reason");
        HtmlTable table = new HtmlTable(page, "redirect", "reason", "#calls");
        contents.fallbacks.forEach((redirect, reasons) -> reasons.forEach((reason, count) ->
                table.row().cell(redirect).cell(reason).number(count).endRow()));
        table.end();
        page.endSection();
    }

    private static void appendVerifications(Html page, ReportContents contents) {
        if (contents.verifications.isEmpty()) {
            return;
        }
        page.section("Done again by stock to compare");
        HtmlTable table = new HtmlTable(page, "redirect", "result", "#calls");
        contents.verifications.forEach((redirect, results) -> results.forEach((result, count) ->
                table.row().cell(redirect).cell(result).number(count).endRow()));
        table.end();
        if (contents.findings.values().stream().anyMatch(findings -> !findings.isEmpty())) {
            HtmlTable differences = new HtmlTable(page, "redirect", "what was different, and of which file");
            contents.findings.forEach((redirect, findings) -> findings.forEach(finding ->
                    differences.row().cell(redirect).prose(finding).endRow()));
            differences.end();
        }
        page.endSection();
    }
}
