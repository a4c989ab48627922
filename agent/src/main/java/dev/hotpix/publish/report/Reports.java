package dev.hotpix.publish.report;

import dev.hotpix.publish.Telemetry;
import java.util.Locale;
import java.util.function.Supplier;

/** The report on one JVM in each of its formats, chosen by the extension of a file name. */
public final class Reports {
    private final Telemetry telemetry;

    /** Reports on the JVM that {@code telemetry} tells of. */
    public Reports(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * The report in the format that suits {@code destination}: JSON for {@code .json}, else text. Each
     * {@link Supplier#get()} renders it anew.
     *
     * @param destination {@value ReportWriter#STDERR}, the path of a file or just an extension, in any case
     */
    public Supplier<String> in(String destination) {
        String name = destination.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return new JsonReport(telemetry);
        }
        return new TextReport(telemetry);
    }

    /** A writer of the report to {@code destination}, in the format that suits it. */
    public ReportWriter writer(String destination) {
        return new ReportWriter(destination, in(destination));
    }
}
