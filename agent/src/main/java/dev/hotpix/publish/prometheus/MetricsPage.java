package dev.hotpix.publish.prometheus;

import dev.hotpix.measure.Engine;
import dev.hotpix.measure.VerifyResult;
import dev.hotpix.publish.Meters;
import dev.hotpix.publish.Telemetry;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * All meters in the text formats of Prometheus, named as Micrometer names them there, so that a dashboard does not see
 * whether they come from here or from the application's own registry. Nothing is recorded for it: a scrape reads what
 * the measuring has. Its libraries are loaded by the first scrape.
 */
public final class MetricsPage implements Page {
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final Telemetry telemetry;
    private final Map<String, Gauge> engines = new HashMap<>();
    private PrometheusMeterRegistry registry;

    /** A page on the JVM that {@code telemetry} tells of. */
    public MetricsPage(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public String contentType(String accepted) {
        return accepted != null && accepted.contains(OPEN_METRICS)
                ? OPEN_METRICS + "; version=1.0.0; charset=utf-8" : "text/plain; version=0.0.4; charset=utf-8";
    }

    @Override
    public synchronized void write(OutputStream out, String contentType) throws IOException {
        if (registry == null) {
            registry = newRegistry();
        }
        telemetry.fallbacks().forEach((redirect, counts) ->
                counts.keySet().forEach(reason -> registerFallback(redirect, reason)));
        telemetry.verifications().forEach((redirect, counts) -> {
            if (!counts.isEmpty()) {
                registerVerifications(redirect);
            }
        });
        registerEngines(telemetry.engines());
        registry.scrape(out, contentType);
    }

    private PrometheusMeterRegistry newRegistry() {
        SilentLogs.install();
        PrometheusMeterRegistry created =
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
        created.getPrometheusRegistry().register(new SeriesCollector(telemetry, created.config().namingConvention()));
        return created;
    }

    /** What is already registered stays. */
    private void registerFallback(String redirect, String reason) {
        FunctionCounter.builder(Meters.FALLBACK.meterName(), telemetry,
                        source -> source.fallbacks().getOrDefault(redirect, Map.of()).getOrDefault(reason, 0L))
                .description(Meters.FALLBACK.description())
                .tag(Meters.FALLBACK.tags().get(0), reason).tag(Meters.FALLBACK.tags().get(1), redirect)
                .register(registry);
    }

    /** All results as soon as there is one: the step of differences from 0 to 1 is what is looked for. */
    private void registerVerifications(String redirect) {
        for (VerifyResult result : VerifyResult.values()) {
            FunctionCounter.builder(Meters.VERIFY.meterName(), telemetry,
                            source -> source.verifications().getOrDefault(redirect, Map.of())
                                    .getOrDefault(result.label(), 0L))
                    .description(Meters.VERIFY.description())
                    .tag(Meters.VERIFY.tags().get(0), redirect).tag(Meters.VERIFY.tags().get(1), result.label())
                    .register(registry);
        }
    }

    /** Micrometer shows every meter whose name ends with "info" as 1, so what is over must go. */
    private void registerEngines(Map<String, String> now) {
        now.forEach((redirect, text) -> {
            String engine = engine(text);
            Gauge before = engines.get(redirect);
            if (before != null && !engine.equals(before.getId().getTag(Meters.ENGINE_INFO.tags().get(1)))) {
                registry.remove(before);
            }
            engines.put(redirect, Gauge.builder(Meters.ENGINE_INFO.meterName(), () -> 1)
                    .description(Meters.ENGINE_INFO.description())
                    .tag(Meters.ENGINE_INFO.tags().get(0), redirect).tag(Meters.ENGINE_INFO.tags().get(1), engine)
                    .register(registry));
        });
    }

    /** The value of the tag for what {@link Telemetry#engines} says: that begins with it. */
    static String engine(String text) {
        for (Engine engine : Engine.values()) {
            // A version, or the width of a vector, may follow.
            if (text.startsWith(engine.label()) && !text.substring(engine.label().length()).matches("[a-zA-Z0-9].*")) {
                return engine.label();
            }
        }
        return Engine.OTHER.label();
    }
}
