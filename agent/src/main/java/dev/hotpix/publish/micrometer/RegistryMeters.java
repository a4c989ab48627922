package dev.hotpix.publish.micrometer;

import dev.hotpix.measure.Engine;
import dev.hotpix.measure.VerifyResult;
import dev.hotpix.publish.Meters;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** The meters that read our figures: Micrometer warns if one is made again, so they go when this does. */
    private final Map<List<String>, WeakReference<Object>> reading = new HashMap<>();

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
            reading(meter, tags, in -> micrometer.functionTimer(
                    in, meter.meterName(), meter.description(), tags, series,
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

    /** How often doing an operation of a redirect again had each result. */
    void verifications(String redirect) {
        Meters meter = Meters.VERIFY;
        for (VerifyResult result : VerifyResult.values()) {
            String[] tags = {"redirect", redirect, "result", result.label()};
            reading(meter, tags, in -> micrometer.functionCounter(
                    in, meter.meterName(), meter.description(), null, tags, figures,
                    state -> ((Figures) state).verifications(redirect, result)));
        }
    }

    /**
     * That an engine does the work of a redirect, and no other any more: Micrometer's Prometheus registries show every
     * gauge whose name ends with "info" as 1, so that of another engine must go. Until then it reads 0.
     */
    void engine(String redirect, Engine engine) {
        Meters meter = Meters.ENGINE_INFO;
        for (Engine other : Engine.values()) {
            WeakReference<Object> gauge = other == engine
                    ? null : reading.remove(identity(meter, engineTags(redirect, other)));
            if (gauge != null) {
                remove(gauge);
            }
        }
        String[] tags = engineTags(redirect, engine);
        reading(meter, tags, in -> micrometer.gauge(in, meter.meterName(), meter.description(), tags,
                figures, state -> ((Figures) state).engine(redirect) == engine ? 1 : 0));
    }

    private static String[] engineTags(String redirect, Engine engine) {
        return new String[] {"redirect", redirect, "engine", engine.label()};
    }

    private void reading(Meters meter, String[] tags, Function<Object, Object> maker) {
        List<String> identity = identity(meter, tags);
        if (!reading.containsKey(identity)) {
            reading.put(identity, make(meter, tags, maker));
        }
    }

    private static List<String> identity(Meters meter, String[] tags) {
        List<String> identity = new ArrayList<>(List.of(tags));
        identity.add(meter.name());
        return identity;
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

    /** Removes what would be in the way of the same meters coming from elsewhere. */
    void close() {
        reading.values().forEach(this::remove);
    }

    /** A closed registry keeps what it has. */
    private void remove(WeakReference<Object> reference) {
        Object in = registry.get();
        Object meter = reference.get();
        try {
            if (in != null && meter != null && !micrometer.isClosed(in)) {
                micrometer.remove(in, meter);
            }
        } catch (RuntimeException | LinkageError refused) {
            trouble.accept("could not remove a meter from " + registryName + ": " + refused);
        }
    }
}
