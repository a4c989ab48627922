package dev.hotpix.measure;

import java.util.Arrays;

/**
 * What runs on each thread, at most one operation of each kind. The trackers of one JVM share it, so that each knows
 * within which operation of another kind its own ran.
 */
final class RunningOperations {
    private static final Operation[] KINDS = Operation.values();
    private static final OperationListener[] NOBODY = {};

    /** One per thread, whatever the trackers: what is suppressed is so for all kinds of operation. */
    private static final ThreadLocal<Suppression> SUPPRESSION = ThreadLocal.withInitial(Suppression::new);

    private final ThreadLocal<OfThread> threads = ThreadLocal.withInitial(OfThread::new);
    private volatile OperationListener[] listeners = NOBODY;

    /** Whether the work of a thread is the agent's own. */
    static final class Suppression {
        boolean on;
    }

    /** The operations of one thread. */
    static final class OfThread {
        /** Held here so that the usual call looks up one thread local only. */
        final Suppression suppression = SUPPRESSION.get();
        private final ImageOperation[] operations = new ImageOperation[KINDS.length];

        OfThread() {
            for (Operation kind : KINDS) {
                operations[kind.ordinal()] = new ImageOperation(kind);
            }
        }

        ImageOperation of(Operation kind) {
            return operations[kind.ordinal()];
        }

        /** The decode or encode that is running, the inner one of two, or null. */
        ImageOperation codec(long now) {
            ImageOperation decode = running(Operation.DECODE, now);
            ImageOperation encode = running(Operation.ENCODE, now);
            boolean decodeIsInner = decode != null && (encode == null || decode.running - encode.running > 0);
            return decodeIsInner ? decode : encode;
        }

        private ImageOperation running(Operation kind, long now) {
            ImageOperation operation = of(kind);
            boolean runs = operation.running != OperationTracker.NONE
                    && now - operation.running < OperationTracker.STALE_NANOS;
            return runs ? operation : null;
        }

        /**
         * Tells the operation that {@code ended}, which began at {@code begin}, ran within: of those still running the
         * one that began last. Starts are compared instead of a depth being kept, which a missed exit would falsify.
         */
        void nest(ImageOperation ended, long begin) {
            ImageOperation outer = null;
            for (ImageOperation other : operations) {
                boolean around = other != ended && other.running != OperationTracker.NONE && begin - other.running >= 0;
                if (around && (outer == null || other.running - outer.running > 0)) {
                    outer = other;
                }
            }
            if (outer != null) {
                outer.nestedNanos += ended.nanos;
            }
        }
    }

    /** The state of the current thread. */
    OfThread here() {
        return threads.get();
    }

    /** Initialises the classes of a thread's state here, where the stack is known to suffice. */
    void initialiseClasses() {
        ImageOperation any = threads.get().of(Operation.DECODE);
        any.start(OperationTracker.NONE, Api.OTHER);
        threads.get().nest(any, 0);
        threads.get().codec(0);
        any.conversions.add(any);
        threads.remove();
    }

    static Suppression suppression() {
        return SUPPRESSION.get();
    }

    synchronized void listen(OperationListener listener) {
        OperationListener[] more = Arrays.copyOf(listeners, listeners.length + 1);
        more[listeners.length] = listener;
        listeners = more;
    }

    void began(ImageOperation operation) {
        for (OperationListener listener : listeners) {
            try {
                listener.began(operation);
            } catch (Throwable itsOwnTrouble) {
                // The application and the other listeners must not notice.
            }
        }
    }

    void ended(ImageOperation operation) {
        for (OperationListener listener : listeners) {
            try {
                listener.ended(operation);
            } catch (Throwable itsOwnTrouble) {
                // As above.
            }
        }
    }
}
