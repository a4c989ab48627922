package dev.hotpix.publish.report;

import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.measure.SiteSnapshot;
import dev.hotpix.measure.waste.WasteSnapshot;
import dev.hotpix.publish.Telemetry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The measurements of this JVM as one JSON object, for programs. The README describes its members. They are added to,
 * not changed: what a program finds under a {@value #SCHEMA_VERSION_NAME} of {@value #SCHEMA_VERSION} stays there.
 * Times are whole nanoseconds; what is not known is null.
 */
public final class JsonReport implements Supplier<String> {
    static final int SCHEMA_VERSION = 1;
    private static final String SCHEMA_VERSION_NAME = "schemaVersion";

    private final Telemetry telemetry;

    /** A report on the JVM that {@code telemetry} tells of. */
    public JsonReport(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public String get() {
        ReportContents contents = new ReportContents(telemetry);
        JsonText json = new JsonText().object()
                .member(SCHEMA_VERSION_NAME, SCHEMA_VERSION)
                .member("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        appendJvm(json, contents);
        json.object("agent").member("version", contents.version).member("dropped", contents.dropped).endObject();
        json.object("engines");
        contents.engines.forEach(json::member);
        json.endObject().array("operations");
        contents.series.forEach(one -> append(json, one));
        json.endArray().array("sites");
        contents.sites.forEach(site -> append(json, site));
        json.endArray().object("unattributed").member("calls", contents.unattributedCalls)
                .member("selfNanos", contents.unattributedNanos).endObject();
        appendFallbacks(json, contents);
        json.array("waste");
        contents.waste.forEach(one -> append(json, one));
        json.endArray();
        appendVerifications(json, contents);
        return json.endObject() + "\n";
    }

    private static void appendJvm(JsonText json, ReportContents contents) {
        json.object("jvm");
        JvmFacts.read().forEach(json::member);
        json.member("pid", ProcessHandle.current().pid())
                .member("processors", Runtime.getRuntime().availableProcessors())
                .member("uptimeMillis", contents.uptimeMillis).endObject();
    }

    private static void append(JsonText json, SeriesSnapshot one) {
        json.object()
                .member("operation", one.operation().label())
                .member("format", one.format().label())
                .member("api", one.api().label())
                .member("engine", one.engine().label())
                .member("outcome", one.outcome().label())
                .member("calls", one.calls())
                .member("totalNanos", one.totalNanos())
                .member("selfNanos", one.selfNanos())
                .member("p50Nanos", one.p50Nanos())
                .member("p90Nanos", one.p90Nanos())
                .member("p99Nanos", one.p99Nanos())
                .member("p999Nanos", one.p999Nanos())
                .member("maxNanos", one.maxNanos())
                .member("pixels", one.pixels())
                .member("bytes", one.bytes())
                .endObject();
    }

    private static void append(JsonText json, SiteSnapshot site) {
        json.object()
                .member("site", site.label())
                .member("operation", site.operation().label())
                .member("calls", site.calls())
                .member("estimated", ReportContents.isEstimated(site))
                .member("redirectedCalls", site.redirectedCalls())
                .member("totalNanos", site.totalNanos())
                .member("selfNanos", site.selfNanos());
        percentile(json, "p50Nanos", site.p50Nanos());
        percentile(json, "p99Nanos", site.p99Nanos());
        json.member("maxNanos", site.maxNanos())
                .member("pixels", site.pixels())
                .member("bytes", site.bytes())
                .endObject();
    }

    /** Null if too few operations were seen to tell. */
    private static void percentile(JsonText json, String name, long nanos) {
        if (nanos == 0) {
            json.member(name, null);
        } else {
            json.member(name, nanos);
        }
    }

    private static void append(JsonText json, WasteSnapshot one) {
        json.object()
                .member("site", one.label())
                .member("images", one.images())
                .member("shrunkImages", one.shrunkImages())
                .member("decodedPixels", one.decodedPixels())
                .member("shownPixels", one.shownPixels())
                .member("decodes", one.decodes())
                .member("repeats", one.repeats())
                .member("repeatNanos", one.repeatNanos())
                .array("advice");
        one.advice().forEach(advice -> json.element(advice.label()));
        json.endArray().endObject();
    }

    /** Nothing if nothing was done again. */
    private static void appendVerifications(JsonText json, ReportContents contents) {
        if (contents.verifications.isEmpty()) {
            return;
        }
        json.object("verifications");
        contents.verifications.forEach((redirect, results) -> {
            json.object(redirect);
            results.forEach(json::member);
            json.endObject();
        });
        json.endObject().object("verificationFindings");
        contents.findings.forEach((redirect, findings) -> {
            json.array(redirect);
            findings.forEach(json::element);
            json.endArray();
        });
        json.endObject();
    }

    private static void appendFallbacks(JsonText json, ReportContents contents) {
        json.object("fallbacks");
        for (Map.Entry<String, Map<String, Long>> redirect : contents.fallbacks.entrySet()) {
            json.object(redirect.getKey());
            redirect.getValue().forEach(json::member);
            json.endObject();
        }
        json.endObject();
    }
}
