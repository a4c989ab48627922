package dev.hotpix.publish;

import dev.hotpix.measure.IntervalReader;
import dev.hotpix.measure.Measurements;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationListener;
import dev.hotpix.measure.SampleIntervals;
import dev.hotpix.measure.SampleSites;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.measure.SiteSnapshot;
import dev.hotpix.measure.waste.WasteSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Telemetry with known contents, for tests of the outlets. */
public final class SampleTelemetry implements Telemetry {
    /** Who listens. */
    public final List<OperationListener> listeners = new ArrayList<>();
    /** What {@link #sites()} shows. */
    public final SampleSites sites = new SampleSites();
    /** What {@link #waste()} shows. */
    public final List<WasteSnapshot> waste = new ArrayList<>();
    /** What {@link #fallbacks()} shows. */
    public final Map<String, Map<String, Long>> fallbacks = new LinkedHashMap<>();
    /** What {@link #verifications()} shows. */
    public final Map<String, Map<String, Long>> verifications = new LinkedHashMap<>();
    /** What {@link #verificationFindings()} shows. */
    public final Map<String, List<String>> verificationFindings = new LinkedHashMap<>();
    /** What {@link #engines()} shows. */
    public final Map<String, String> engines = new LinkedHashMap<>();
    /** What {@link #uptimeMillis()} shows. */
    public long uptimeMillis = 12_345;
    /** The time of day of {@link #intervals()}. */
    public final AtomicLong clockMillis = new AtomicLong(1_700_000_000_000L);
    private final Map<Operation, Measurements> measurements = new EnumMap<>(Operation.class);

    /** Where operations of a kind are recorded. */
    public Measurements of(Operation kind) {
        return measurements.computeIfAbsent(kind, Measurements::new);
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public long uptimeMillis() {
        return uptimeMillis;
    }

    @Override
    public List<SeriesSnapshot> series() {
        List<SeriesSnapshot> all = new ArrayList<>();
        measurements.values().forEach(of -> all.addAll(of.snapshot()));
        return all;
    }

    @Override
    public IntervalReader intervals() {
        return SampleIntervals.reader(this::series, clockMillis);
    }

    @Override
    public void whenSeriesAppears(Consumer<SeriesSnapshot> listener) {
        for (Operation kind : Operation.values()) {
            SampleIntervals.whenSeriesAppears(of(kind), listener);
        }
    }

    @Override
    public List<SiteSnapshot> sites() {
        return sites.snapshot();
    }

    @Override
    public List<WasteSnapshot> waste() {
        return waste;
    }

    @Override
    public Map<String, Map<String, Long>> fallbacks() {
        return fallbacks;
    }

    @Override
    public Map<String, Map<String, Long>> verifications() {
        return verifications;
    }

    @Override
    public Map<String, List<String>> verificationFindings() {
        return verificationFindings;
    }

    @Override
    public Map<String, String> engines() {
        return engines;
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public void listen(OperationListener listener) {
        listeners.add(listener);
    }
}
