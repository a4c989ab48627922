package dev.hotpix.agent;

import dev.hotpix.publish.hdrlog.HistogramLog;
import dev.hotpix.publish.prometheus.ScrapeServer;
import dev.hotpix.publish.report.Reports;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Where the measurements are shown, each outlet as the user has set it. One that fails says so and leaves the others. */
final class Outlets {

    private static final long MEGABYTE = 1_000_000;

    private final Configuration configuration;
    private final Console console;
    private final BackgroundThread background;
    private final Instrumentation instrumentation;
    private final List<String> opened = new ArrayList<>();

    Outlets(
            Configuration configuration, Console console, BackgroundThread background,
            Instrumentation instrumentation) {
        this.configuration = configuration;
        this.console = console;
        this.background = background;
        this.instrumentation = instrumentation;
    }

    /**
     * Opens all that are wanted. What takes time is left to the background thread.
     *
     * @param jmx opened where the runtime has JMX
     * @param micrometer whether figures are shown in the application's own registries
     */
    void open(Agent agent, Supplier<JmxOutlet> jmx, boolean micrometer) {
        Reports reports = new Reports(agent);
        openReport(reports);
        openHistogramLog(agent);
        openPrometheus(agent);
        openJmx(jmx);
        if (micrometer) {
            opened.add("app");
        }
        agent.shownBy(opened, file -> reports.writer(file).write());
        new FlightRecorderWatch(agent, background, console)
                .start(instrumentation, "sync".equals(configuration.get(Property.START)));
    }

    private void openReport(Reports reports) {
        String destination = configuration.get(Property.REPORT);
        if (destination.isEmpty()) {
            return;
        }
        if (reports.showsTime(destination)) {
            BackgroundThread.daemon("hotpix-timeline", reports::keepTime).start();
        }
        if (atExit("hotpix-report", reports.writer(destination)::write)) {
            opened.add("report");
        }
    }

    private void openHistogramLog(Agent agent) {
        String named = configuration.get(Property.HISTOGRAM_LOG);
        if (named.isEmpty()) {
            return;
        }
        Path file;
        try {
            file = Path.of(named.replace("%p", Long.toString(ProcessHandle.current().pid())));
        } catch (InvalidPathException wrong) {
            console.say("writes no histogram log: " + wrong.getMessage());
            return;
        }
        HistogramLog log = new HistogramLog(agent, file, configuration.number(Property.HISTOGRAM_SIZE) * MEGABYTE,
                configuration.number(Property.HISTOGRAM_INTERVAL), console::say);
        if (log.open() && atExit("hotpix-histogram-end", log::close)) {
            BackgroundThread.daemon("hotpix-histogram-log", log::run).start();
            opened.add("histogram-log");
        }
    }

    private void openPrometheus(Agent agent) {
        if (configuration.get(Property.PROMETHEUS_PORT).isEmpty()) {
            return;
        }
        String host = configuration.get(Property.PROMETHEUS_HOST);
        int port = configuration.number(Property.PROMETHEUS_PORT);
        try {
            ScrapeServer server = ScrapeServer.open(
                    agent, host, port, work -> BackgroundThread.daemon("hotpix-prometheus", work), console::say);
            opened.add("prometheus:" + server.port());
        } catch (UnknownHostException unknown) {
            console.say("cannot be scraped: no address " + host + "; set " + Property.PROMETHEUS_HOST.key());
        } catch (IOException refused) {
            console.say("cannot be scraped at " + host + ":" + port + ": " + refused.getMessage() + "; set another "
                    + Property.PROMETHEUS_PORT.key() + " or " + Property.PROMETHEUS_HOST.key());
        }
    }

    private void openJmx(Supplier<JmxOutlet> jmx) {
        if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
            console.say("has no JMX view: this runtime has no java.management module; make its image with it");
            return;
        }
        opened.add(0, "jmx");
        jmx.get().open(instrumentation);
    }

    /** Leaves {@code work} to a thread that starts when the JVM ends; false if it is ending. */
    private static boolean atExit(String thread, Runnable work) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(null, work, thread, 0, false));
            return true;
        } catch (IllegalStateException alreadyEnding) {
            // The application ended before we were ready: there is nothing to show.
            return false;
        }
    }
}
