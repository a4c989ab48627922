package java.lang;

import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The agent's hand in one copy of Micrometer: what it may do to the registries of the applications that use that copy.
 * Defined into {@code java.base}, so that the agent and the subclass, which lives beside that copy and calls it by its
 * own names, both see it. Registries and meters are {@code Object} here.
 *
 * <p>Methods throw whatever Micrometer, or the application's filters and listeners within it, throw.
 */
public abstract class HotpixMeters {

    /** An event of a registry: it has been used in some way. */
    public static final int USED = 0;
    /** An event of a registry: it was made, closed, or got or lost a child. */
    public static final int CHANGED = 1;
    /** An event of a registry: all its meters were removed. */
    public static final int CLEARED = 2;

    private static final String CORE = "io.micrometer.core.instrument.";

    protected HotpixMeters() {
    }

    /**
     * Class names of Micrometer. Not constants, and not in a class of the agent's jar that is relocated: the agent's own
     * Micrometer has other names, these are the application's.
     */
    public static String className(String withinCore) {
        return CORE + withinCore;
    }

    /** The registries of Micrometer's that are not in its core and can be read without a call to it. */
    public static String[] scrapedRegistries() {
        return new String[] {
            "io.micrometer.prometheus.PrometheusMeterRegistry", "io.micrometer.prometheusmetrics.PrometheusMeterRegistry"};
    }

    /** {@code Metrics.globalRegistry}. */
    public abstract Object globalRegistry();

    /** The registries in a composite one, a copy; null for any other registry. */
    public abstract Object[] children(Object registry);

    /** Whether the registry has been closed; false where this version of Micrometer cannot tell. */
    public abstract boolean isClosed(Object registry);

    /**
     * Whether another meter of that name has other tag keys, or is of another type: some registries then refuse one of
     * them.
     *
     * @param timer whether the meter to be is a timer; else anything else
     */
    public abstract boolean isTaken(Object registry, String name, boolean timer, String[] tags);

    /**
     * The timer of that name and those tags, made if need be.
     *
     * @param tags keys and values in turn
     */
    public abstract Object timer(Object registry, String name, String description, String[] tags);

    /** The same for a distribution summary. */
    public abstract Object summary(Object registry, String name, String description, String unit, String[] tags);

    /** Makes a timer that asks for its figures. {@code state} is held weakly, the functions are held. */
    public abstract Object functionTimer(
            Object registry, String name, String description, String[] tags, Object state,
            ToLongFunction<Object> count, ToDoubleFunction<Object> nanos);

    /** Makes a counter that asks for its figure. {@code state} is held weakly, the function is held. */
    public abstract Object functionCounter(
            Object registry, String name, String description, String unit, String[] tags, Object state,
            ToDoubleFunction<Object> count);

    /** Makes a gauge. {@code state} is held weakly, the function is held. */
    public abstract Object gauge(
            Object registry, String name, String description, String[] tags, Object state,
            ToDoubleFunction<Object> value);

    /** Removes a meter that one of the methods above has returned; nothing in versions that cannot. */
    public abstract void remove(Object registry, Object meter);

    /** Records into what {@link #timer} returned. */
    public abstract void recordNanos(Object timer, long nanos);

    /** Records into what {@link #summary} returned. */
    public abstract void recordAmount(Object summary, long amount);
}
