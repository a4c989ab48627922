package dev.hotpix.agent;

import dev.hotpix.publish.jmx.AgentBean;
import dev.hotpix.publish.report.Reports;
import java.lang.instrument.Instrumentation;

/** Where the measurements are shown, each outlet as the user has set it. One that fails says so and leaves the others. */
final class Outlets {

    private final Configuration configuration;
    private final Console console;
    private final BackgroundThread background;
    private final Instrumentation instrumentation;

    Outlets(
            Configuration configuration, Console console, BackgroundThread background,
            Instrumentation instrumentation) {
        this.configuration = configuration;
        this.console = console;
        this.background = background;
        this.instrumentation = instrumentation;
    }

    /** Opens all that are wanted. What takes time is left to the background thread. */
    void open(Agent agent) {
        reportAtExit(new Reports(agent));
        openJmx(agent);
        new FlightRecorderWatch(agent, background, console)
                .start(instrumentation, "sync".equals(configuration.get(Property.START)));
    }

    private void reportAtExit(Reports reports) {
        String destination = configuration.get(Property.REPORT);
        if (destination.isEmpty()) {
            return;
        }
        if (reports.showsTime(destination)) {
            BackgroundThread.daemon("hotpix-timeline", reports::keepTime).start();
        }
        Thread writer = new Thread(null, reports.writer(destination)::write, "hotpix-report", 0, false);
        try {
            Runtime.getRuntime().addShutdownHook(writer);
        } catch (IllegalStateException alreadyEnding) {
            // The application ended before we were ready: there is nothing to report.
        }
    }

    private void openJmx(Agent agent) {
        if (ModuleLayer.boot().findModule("java.management").isEmpty()) {
            console.say("has no JMX view: this runtime has no java.management module");
            return;
        }
        background.execute(() -> {
            try {
                AgentBean.register(agent);
            } catch (Exception | LinkageError refused) {
                console.say("has no JMX view: " + refused);
            }
        });
    }
}
