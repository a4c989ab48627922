package dev.hotpix.publish.micrometer;

import dev.hotpix.measure.Engine;
import dev.hotpix.publish.Meters;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Our meters in one registry of an application, each made when there is something to show. Registry and meters are held
 * weakly: the registry holds the meters, and the application the registry. Used by one thread of the agent.
 */
final class RegistryMeters {

    private static final WeakReference<Object> NONE = new WeakReference<>(null);

    private final HotpixMeters micrometer;
    private final WeakReference<Object> registry;
    private final String registryName;
    private final Figures figures;
    private final Consumer<String> trouble;
    private final Map<Meters, Boolean> taken = new EnumMap<>(Meters.class);
    private final Set<List<String>> reading = new HashSet<>();
    /** The meters that read our figures: Micrometer warns if one is made again, so they go when this does. */
    private final List<WeakReference<Object>> readingMeters = new ArrayList<>();

    RegistryMeters(HotpixMeters micrometer, Object registry, Figures figures, Consumer<String> trouble) {
        this.micrometer = micrometer;
        this.registry = new WeakReference<>(registry);
        this.registryName = registry.getClass().getName();
        this.figures = figures;
        this.trouble = trouble;
    }

    boolean isOf(Object other) {
        return registry.get() == other;
    }

    /** A meter to record operations of a series into; the reference is empty if the registry will not have it. */
    WeakReference<Object> recording(Meters meter, int key) {
        String[] tags = SeriesKey.tags(key);
        return make(meter, tags, in -> meter.kind() == Meters.Kind.TIMER
                ? micrometer.timer(in, meter.meterName(), meter.description(), tags)
                : micrometer.summary(in, meter.meterName(), meter.description(), meter.baseUnit(), tags));
    }

    /** A meter that reads the totals of a series: of time for a timer, else of what a summary is about. */
    void totals(Meters meter, int key) {
        String[] tags = SeriesKey.tags(key);
        Figures.OfSeries series = figures.ofSeries(key);
        if (meter.kind() == Meters.Kind.TIMER) {
            reading(meter, tags, in -> micrometer.functionTimer(in, meter.meterName(), meter.description(), tags, series,
                    state -> ((Figures.OfSeries) state).calls(), state -> ((Figures.OfSeries) state).nanos()));
        } else {
            ToDoubleFunction<Object> total = meter == Meters.DECODE_PIXELS
                    ? state -> ((Figures.OfSeries) state).pixels() : state -> ((Figures.OfSeries) state).bytes();
            reading(meter, tags, in -> micrometer.functionCounter(
                    in, meter.meterName(), meter.description(), meter.baseUnit(), tags, series, total));
        }
    }

    /** How often a redirect left the work to stock for a reason. */
    void fallbacks(String redirect, String reason) {
        Meters meter = Meters.FALLBACK;
        String[] tags = {"reason", reason, "redirect", redirect};
        reading(meter, tags, in -> micrometer.functionCounter(in, meter.meterName(), meter.description(), null, tags,
                figures, state -> ((Figures) state).fallbacks(redirect, reason)));
    }

    /** Whether an engine does the work of a redirect. */
    void engine(String redirect, Engine engine) {
        Meters meter = Meters.ENGINE_INFO;
        String[] tags = {"redirect", redirect, "engine", engine.label()};
        reading(meter, tags, in -> micrometer.gauge(in, meter.meterName(), meter.description(), tags,
                figures, state -> ((Figures) state).engine(redirect) == engine ? 1 : 0));
    }

    private void reading(Meters meter, String[] tags, Function<Object, Object> maker) {
        List<String> identity = new ArrayList<>(List.of(tags));
        identity.add(meter.name());
        if (reading.add(identity)) {
            readingMeters.add(make(meter, tags, maker));
        }
    }

    private WeakReference<Object> make(Meters meter, String[] tags, Function<Object, Object> maker) {
        Object in = registry.get();
        if (in == null) {
            return NONE;
        }
        try {
            if (taken.computeIfAbsent(meter, first -> isTaken(in, first, tags))) {
                trouble.accept("leaves meter " + meter.meterName() + " of " + registryName
                        + " to the application, which has one of that name with other tags");
                return NONE;
            }
            return new WeakReference<>(maker.apply(in));
        } catch (RuntimeException | LinkageError | StackOverflowError refused) {
            trouble.accept("could not add meter " + meter.meterName() + " to " + registryName + ": " + refused);
            return NONE;
        }
    }

    /** Also in the registries of a composite one, which keeps silent when one of them refuses. */
    private boolean isTaken(Object in, Meters meter, String[] tags) {
        boolean timer = meter.kind() == Meters.Kind.TIMER;
        if (micrometer.isTaken(in, meter.meterName(), timer, tags)) {
            return true;
        }
        Object[] children = micrometer.children(in);
        if (children != null) {
            for (Object child : children) {
                if (isTaken(child, meter, tags)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Removes what would be in the way of the same meters coming from elsewhere. A closed registry keeps what it has. */
    void close() {
        Object in = registry.get();
        if (in == null || micrometer.isClosed(in)) {
            return;
        }
        for (WeakReference<Object> reference : readingMeters) {
            Object meter = reference.get();
            try {
                if (meter != null) {
                    micrometer.remove(in, meter);
                }
            } catch (RuntimeException | LinkageError refused) {
                trouble.accept("could not remove a meter from " + registryName + ": " + refused);
            }
        }
    }
}
