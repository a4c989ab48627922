package dev.hotpix.redirect.resize;

import dev.hotpix.measure.Engine;

/** What became of one operation: done by an engine of ours, or left to stock for a reason. One object for each. */
final class Outcome {

    private static final Outcome[] STOCK = new Outcome[FallbackReason.values().length];
    private static final Outcome VECTOR = new Outcome(Engine.VECTOR, null);
    private static final Outcome SCALAR = new Outcome(Engine.SCALAR, null);

    static {
        for (FallbackReason reason : FallbackReason.values()) {
            STOCK[reason.ordinal()] = new Outcome(null, reason);
        }
    }

    private final Engine engine;
    private final FallbackReason reason;

    private Outcome(Engine engine, FallbackReason reason) {
        this.engine = engine;
        this.reason = reason;
    }

    static Outcome stock(FallbackReason reason) {
        return STOCK[reason.ordinal()];
    }

    static Outcome done(boolean vector) {
        return vector ? VECTOR : SCALAR;
    }

    /** Null if left to stock. */
    Engine engine() {
        return engine;
    }

    /** Null if done. */
    FallbackReason reason() {
        return reason;
    }
}
