package dev.hotpix.publish.micrometer;

import dev.hotpix.measure.Engine;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.measure.VerifyResult;
import dev.hotpix.publish.Telemetry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What those meters read that are not told of each operation. Micrometer holds the object that a meter reads only
 * weakly: this one and its parts live as long as the agent, and there are as many as there are tags.
 */
final class Figures {

    /** One reading of all meters asks for each series several times, and a snapshot of all costs milliseconds. */
    private static final long SNAPSHOT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Telemetry telemetry;
    private final Map<Integer, OfSeries> series = new ConcurrentHashMap<>();
    private final Runnable onRead;
    private volatile Snapshot snapshot;

    private static final class Snapshot {
        final Map<Integer, SeriesSnapshot> byKey = new HashMap<>();
        final long nanoTime = System.nanoTime();
    }

    /** @param onRead called whenever an engine is asked for, on the application's thread */
    Figures(Telemetry telemetry, Runnable onRead) {
        this.telemetry = telemetry;
        this.onRead = onRead;
    }

    /** The totals of one series since the start of the JVM. */
    final class OfSeries {
        private final int key;

        OfSeries(int key) {
            this.key = key;
        }

        long calls() {
            SeriesSnapshot now = current().byKey.get(key);
            return now == null ? 0 : now.calls();
        }

        long nanos() {
            SeriesSnapshot now = current().byKey.get(key);
            return now == null ? 0 : now.totalNanos();
        }

        long pixels() {
            SeriesSnapshot now = current().byKey.get(key);
            return now == null ? 0 : now.pixels();
        }

        long bytes() {
            SeriesSnapshot now = current().byKey.get(key);
            return now == null ? 0 : now.bytes();
        }
    }

    OfSeries ofSeries(int key) {
        return series.computeIfAbsent(key, OfSeries::new);
    }

    /** The series that have counted something. */
    Set<Integer> keys() {
        return current().byKey.keySet();
    }

    /** How often a redirect left the work to stock for one reason. */
    long fallbacks(String redirect, String reason) {
        return telemetry.fallbacks().getOrDefault(redirect, Map.of()).getOrDefault(reason, 0L);
    }

    /** How often doing an operation of a redirect again had one result. */
    long verifications(String redirect, VerifyResult result) {
        return telemetry.verifications().getOrDefault(redirect, Map.of()).getOrDefault(result.label(), 0L);
    }

    /** What does the work of a redirect now. */
    Engine engine(String redirect) {
        onRead.run();
        return engineOf(telemetry.engines().get(redirect));
    }

    /**
     * Adds a meter for each reason that has applied, for each engine at work, and for all results as soon as there is
     * one: the step of differences from 0 to 1 is what is looked for.
     */
    void addTo(RegistryMeters registry) {
        telemetry.fallbacks().forEach((redirect, reasons) ->
                reasons.keySet().forEach(reason -> registry.fallbacks(redirect, reason)));
        telemetry.verifications().forEach((redirect, results) -> {
            if (!results.isEmpty()) {
                registry.verifications(redirect);
            }
        });
        telemetry.engines().forEach((redirect, description) -> registry.engine(redirect, engineOf(description)));
    }

    /** A number that changes when {@link #addTo} would add other meters than before. */
    int readable() {
        int hash = 0;
        for (Map<String, Long> reasons : telemetry.fallbacks().values()) {
            hash = hash * 31 + reasons.size();
        }
        for (Map<String, Long> results : telemetry.verifications().values()) {
            hash = hash * 31 + (results.isEmpty() ? 0 : 1);
        }
        for (String description : telemetry.engines().values()) {
            hash = hash * 31 + engineOf(description).ordinal();
        }
        return hash;
    }

    /** The engine that begins the description of one, such as {@code libjpeg-turbo 3.1.3 (avx2)}. */
    static Engine engineOf(String description) {
        for (Engine engine : Engine.values()) {
            if (description != null && description.startsWith(engine.label())) {
                return engine;
            }
        }
        return Engine.OTHER;
    }

    private Snapshot current() {
        Snapshot latest = snapshot;
        if (latest == null || System.nanoTime() - latest.nanoTime > SNAPSHOT_NANOS) {
            latest = new Snapshot();
            for (SeriesSnapshot one : telemetry.series()) {
                latest.byKey.put(SeriesKey.of(one), one);
            }
            snapshot = latest;
        }
        return latest;
    }
}
