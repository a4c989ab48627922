package dev.hotpix.publish.report;

import dev.hotpix.publish.Telemetry;
import java.util.Locale;
import java.util.function.Supplier;

/** The report on one JVM in each of its formats, chosen by the extension of a file name. */
public final class Reports {
    private final Telemetry telemetry;
    private volatile Timeline timeline;

    /** Reports on the JVM that {@code telemetry} tells of. */
    public Reports(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * The report in the format that suits {@code destination}: JSON for {@code .json}, HTML for {@code .html}, else
     * text. Each {@link Supplier#get()} renders it anew.
     *
     * @param destination {@value ReportWriter#STDERR}, the path of a file or just an extension, in any case
     */
    public Supplier<String> in(String destination) {
        if (destination.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return new JsonReport(telemetry);
        }
        if (isHtml(destination)) {
            return () -> new HtmlReport(telemetry, timeline).get();
        }
        return new TextReport(telemetry);
    }

    /** A writer of the report to {@code destination}, in the format that suits it. */
    public ReportWriter writer(String destination) {
        return new ReportWriter(destination, in(destination));
    }

    /** Whether the report to {@code destination} shows figures over time, which somebody must have kept. */
    public boolean showsTime(String destination) {
        return isHtml(destination);
    }

    private static boolean isHtml(String destination) {
        return destination.toLowerCase(Locale.ROOT).endsWith(".html");
    }

    /** Keeps figures over time until the thread is interrupted: for a daemon thread of its own. */
    public void keepTime() {
        timeline = new Timeline(telemetry.intervals());
        try {
            while (true) {
                Thread.sleep(timeline.sample());
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error shortOfMemory) {
            // The last point of the report is longer then. Nobody must see a stack trace for that.
        }
    }
}
