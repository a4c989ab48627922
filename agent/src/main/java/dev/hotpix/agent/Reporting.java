package dev.hotpix.agent;

import dev.hotpix.publish.report.ReportWriter;
import dev.hotpix.publish.report.TextReport;
import java.time.Instant;

/** The report at the end of the JVM. */
final class Reporting {

    private Reporting() {
    }

    /** Registers the report, if one is asked for. */
    static void atExit(Agent agent, Configuration configuration) {
        String destination = configuration.get(Property.REPORT);
        if (destination.isEmpty()) {
            return;
        }
        long started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now).toEpochMilli();
        TextReport report = new TextReport(() -> System.currentTimeMillis() - started)
                .operations("decode", agent.decodes()::snapshot)
                .operations("encode", agent.encodes()::snapshot)
                .hotSpots(agent.sites()::snapshot)
                .fallbacks("jpeg-decode", agent.jpeg()::fallbacks);
        Thread writer = new Thread(null, new ReportWriter(destination, report)::write, "hotpix-report", 0, false);
        try {
            Runtime.getRuntime().addShutdownHook(writer);
        } catch (IllegalStateException alreadyEnding) {
            // The application ended before we were ready: there is nothing to report.
        }
    }
}
