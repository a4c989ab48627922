package io.micrometer.core.instrument;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Defined by the agent into the class loader of an application's own Micrometer, of any version 1.x, and into its
 * package, which is what the JVM asks for. Calls only what Micrometer 1.0 had, but for what is caught.
 */
public final class HotpixMicrometer extends HotpixMeters {

    public HotpixMicrometer() {
    }

    @Override
    public Object globalRegistry() {
        return Metrics.globalRegistry;
    }

    @Override
    public Object[] children(Object registry) {
        return registry instanceof CompositeMeterRegistry
                ? ((CompositeMeterRegistry) registry).getRegistries().toArray() : null;
    }

    @Override
    public boolean isClosed(Object registry) {
        try {
            return ((MeterRegistry) registry).isClosed();
        } catch (NoSuchMethodError olderThanThis) {
            return false;
        }
    }

    @Override
    public boolean isTaken(Object registry, String name, boolean timer, String[] tags) {
        for (Meter meter : ((MeterRegistry) registry).getMeters()) {
            Meter.Id id = meter.getId();
            if (id.getName().equals(name)
                    && (timer != (id.getType() == Meter.Type.TIMER) || !keys(id).containsAll(keys(tags)))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> keys(Meter.Id id) {
        Set<String> keys = new HashSet<>();
        for (Tag tag : id.getTags()) {
            keys.add(tag.getKey());
        }
        return keys;
    }

    private static List<String> keys(String[] tags) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < tags.length; i += 2) {
            keys.add(tags[i]);
        }
        return keys;
    }

    @Override
    public Object timer(Object registry, String name, String description, String[] tags) {
        return Timer.builder(name).description(description).tags(tags).register((MeterRegistry) registry);
    }

    @Override
    public Object summary(Object registry, String name, String description, String unit, String[] tags) {
        return DistributionSummary.builder(name).description(description).baseUnit(unit).tags(tags)
                .register((MeterRegistry) registry);
    }

    @Override
    public Object functionTimer(
            Object registry, String name, String description, String[] tags, Object state,
            ToLongFunction<Object> count, ToDoubleFunction<Object> nanos) {
        return FunctionTimer.builder(name, state, count, nanos, TimeUnit.NANOSECONDS)
                .description(description).tags(tags).register((MeterRegistry) registry);
    }

    @Override
    public Object functionCounter(
            Object registry, String name, String description, String unit, String[] tags, Object state,
            ToDoubleFunction<Object> count) {
        return FunctionCounter.builder(name, state, count).description(description).baseUnit(unit).tags(tags)
                .register((MeterRegistry) registry);
    }

    @Override
    public Object gauge(
            Object registry, String name, String description, String[] tags, Object state,
            ToDoubleFunction<Object> value) {
        return Gauge.builder(name, state, value).description(description).tags(tags).register((MeterRegistry) registry);
    }

    @Override
    public void remove(Object registry, Object meter) {
        try {
            ((MeterRegistry) registry).remove((Meter) meter);
        } catch (NoSuchMethodError olderThanThis) {
            // It stays, and reads the same figures as its successor.
        }
    }

    @Override
    public void recordNanos(Object timer, long nanos) {
        ((Timer) timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void recordAmount(Object summary, long amount) {
        ((DistributionSummary) summary).record(amount);
    }
}
