package dev.hotpix.redirect;

import dev.hotpix.measure.ReasonCounters;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What all redirects have: a switch, a breaker, and counts of what they did and did not do. Thread-safe.
 *
 * @param <R> why an operation is left to stock
 */
public abstract class Redirect<R extends Enum<R>> {

    private final R switchedOff;
    private final R broken;
    private final R internalError;
    private final Breaker breaker;
    private final ReasonCounters<R> fallbacks;
    private final LongAdder redirected = new LongAdder();
    private volatile boolean enabled = true;

    /**
     * @param label names a reason
     * @param switchedOff the reason while the switch is off
     * @param broken the reason while the breaker is open
     * @param internalError the reason when something unexpected has happened inside Hotpix
     * @param onBreak told when too many internal errors have switched the redirect off
     */
    protected Redirect(
            Function<R, String> label, R switchedOff, R broken, R internalError, Consumer<Throwable> onBreak) {
        this.switchedOff = switchedOff;
        this.broken = broken;
        this.internalError = internalError;
        breaker = new Breaker(onBreak);
        fallbacks = new ReasonCounters<>(switchedOff.getDeclaringClass(), label);
    }

    /** Switches the redirect; off, everything is stock's. Switched on, it forgets what had switched it off. */
    public final void enabled(boolean on) {
        if (on) {
            breaker.reset();
        }
        enabled = on;
    }

    /** Whether the redirect is switched on, and has not switched itself off. */
    public final boolean enabled() {
        return refusal() == null;
    }

    /** The internal error that switched the redirect off, or null. */
    public final String breakCause() {
        return breaker.cause();
    }

    /** Operations done in stock's place. */
    public final long redirected() {
        return redirected.sum();
    }

    /** Operations left to stock, by reason. */
    public final ReasonCounters<R> fallbacks() {
        return fallbacks;
    }

    /** Something unexpected has happened in another part of the redirect. */
    public final void failed(Throwable unexpected) {
        breaker.count(unexpected);
    }

    /** Why nothing is redirected at present, or null. */
    protected final R refusal() {
        if (!enabled) {
            return switchedOff;
        }
        return breaker.isOpen() ? broken : null;
    }

    /**
     * Counts an operation.
     *
     * @param reason why it is left to stock; null if it is not
     * @return whether it has been done in stock's place
     */
    protected final boolean count(R reason) {
        if (reason != null) {
            fallbacks.count(reason);
            return false;
        }
        redirected.increment();
        return true;
    }

    /** Something unexpected has happened inside Hotpix, for which reason an operation is left to stock. */
    protected final R internalError(Throwable unexpected) {
        breaker.count(unexpected);
        return internalError;
    }
}
