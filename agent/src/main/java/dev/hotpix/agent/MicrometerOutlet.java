package dev.hotpix.agent;

import dev.hotpix.instrument.Weaver;
import dev.hotpix.instrument.bridge.Bridges;
import dev.hotpix.instrument.micrometer.RegistryTargets;
import dev.hotpix.publish.Telemetry;
import dev.hotpix.publish.micrometer.ApplicationMetrics;
import dev.hotpix.publish.micrometer.MetricsMode;
import java.util.List;
import java.util.Locale;

/** Looks for the application's own Micrometer, now and from now on, and shows our meters there. */
final class MicrometerOutlet {

    private final Configuration configuration;
    private final Console console;
    private final Bridges bridges;
    private final Weaver weaver;

    MicrometerOutlet(Configuration configuration, Console console, Bridges bridges, Weaver weaver) {
        this.configuration = configuration;
        this.console = console;
        this.bridges = bridges;
        this.weaver = weaver;
    }

    /**
     * Opens, unless it is switched off.
     *
     * @return whether there is a Micrometer now
     */
    boolean open(Telemetry telemetry) {
        if (!configuration.isOn(Property.METRICS)) {
            return false;
        }
        MetricsMode mode = MetricsMode.valueOf(configuration.get(Property.METRICS_MODE).toUpperCase(Locale.ROOT));
        ApplicationMetrics metrics = new ApplicationMetrics(
                telemetry, mode, work -> BackgroundThread.daemon("hotpix-meters", work), console::say);
        bridges.onMeterRegistry(metrics::registryEvent);
        return tell(metrics, weaver.weaveEverywhere(RegistryTargets.byClassName()));
    }

    /** What was loaded before us may have instances that we have not seen being made. */
    private static boolean tell(ApplicationMetrics metrics, List<Class<?>> loaded) {
        boolean found = false;
        for (Class<?> type : loaded) {
            if (type.getName().equals(HotpixMeters.className("MeterRegistry"))) {
                metrics.found(type);
                found = true;
            }
        }
        return found;
    }
}
