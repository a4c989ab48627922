package dev.hotpix.measure;

import java.util.function.LongSupplier;

/**
 * Finds the operations of one kind (decode, resize, ...) among intercepted calls that nest, as in
 * {@code ImageIO.read -> ImageReader.read(int) -> ImageReader.read(int, param)}: the outermost call
 * of a thread is the operation and is recorded once, with its inclusive time. The calls within it
 * add what they know of it.
 *
 * <pre>
 *   long token = tracker.enter(Api.IMAGEIO);   // last thing before the try
 *   try { ... tracker.format(Format.JPEG); ... }
 *   finally { tracker.exit(token, outcome); }
 * </pre>
 *
 * <p>Only the outermost call gets a token other than 0, and {@code exit(0)} does nothing. So there
 * is no depth that could get out of balance: not by an inner exit that is missed, not by the switch
 * being flipped between enter and exit, not by an enter that died of a stack overflow.
 *
 * <p>No method throws, takes a lock, or allocates but for the first call on a thread and to find the
 * call site of an operation that was chosen for that.
 */
public final class OperationTracker {
    /** The token of a call that is not the outermost, or not measured. */
    public static final long NONE = 0;

    /** What {@link #exit} returns when no operation ended. */
    public static final long NOT_RECORDED = -1;

    /**
     * An operation that began longer ago than this, 10 minutes in nanoseconds, is held to have lost
     * its exit when the next one enters. Nothing else can tell it from one that is still running, and
     * without this its thread would never be measured again.
     */
    static final long STALE_NANOS = 600_000_000_000L;

    /** How deep {@link #reserve} goes: 32 was not always enough; 64 cost 50 ns an operation. */
    private static final int RESERVED_CALLS = 64;

    private final RunningOperations running;
    private final Measurements measurements;
    private final CallSites sites;
    private final Operation kind;
    private final LongSupplier clock;
    private volatile boolean enabled = true;

    /** A tracker of decodes for tests: on its own, switched on, without call sites. */
    OperationTracker(Measurements measurements) {
        this(measurements, null, Operation.DECODE, System::nanoTime);
    }

    /** With a clock that a test can set. */
    OperationTracker(Measurements measurements, LongSupplier clock) {
        this(measurements, null, Operation.DECODE, clock);
    }

    /** On its own. */
    OperationTracker(Measurements measurements, CallSites sites, Operation kind, LongSupplier clock) {
        this(measurements, sites, kind, new RunningOperations(), clock);
    }

    /** One of several that share {@code running}; it attributes operations to their call sites unless that is null. */
    OperationTracker(
            Measurements measurements, CallSites sites, Operation kind, RunningOperations running,
            LongSupplier clock) {
        this.measurements = measurements;
        this.sites = sites;
        this.kind = kind;
        this.running = running;
        this.clock = clock;
        running.initialiseClasses();
    }

    /**
     * Begins an intercepted call that the application reached through {@code api}.
     *
     * @return the token for {@link #exit}: the start in nanoseconds when this call is the outermost
     *     and measured, else {@link #NONE}
     */
    public long enter(Api api) {
        try {
            if (!enabled) {
                return NONE;
            }
            RunningOperations.OfThread thread = running.here();
            if (thread.suppression.on) {
                return NONE;
            }
            ImageOperation operation = thread.of(kind);
            long now = clock.getAsLong();
            if (operation.running != NONE && now - operation.running < STALE_NANOS) {
                return NONE;
            }
            long token = now == NONE ? 1 : now;
            reserve(RESERVED_CALLS);
            operation.start(token, api);
            running.began(operation);
            return token;
        } catch (Throwable shortOfMemoryOrStack) {
            return NONE;
        }
    }

    /** Ends a call that returned: {@code exit(token, Outcome.OK)}. */
    public long exit(long token) {
        return exit(token, Outcome.OK);
    }

    /**
     * Ends the intercepted call that got {@code token}, also when it threw. Records the operation if
     * the call was the outermost and the tracker is still switched on.
     *
     * @param outcome how the call ended; {@link Outcome#OK} leaves what inner calls reported
     * @return the time of the operation in nanoseconds, or {@link #NOT_RECORDED}
     */
    public long exit(long token, Outcome outcome) {
        if (token == NONE) {
            return NOT_RECORDED;
        }
        try {
            RunningOperations.OfThread thread = running.here();
            ImageOperation operation = thread.of(kind);
            if (operation.running != token) {
                resynchronise(operation, token);
                return NOT_RECORDED;
            }
            // Before anything else is called: see reserve.
            operation.running = NONE;
            return enabled ? record(thread, operation, outcome, token) : NOT_RECORDED;
        } catch (Throwable shortOfMemoryOrStack) {
            return NOT_RECORDED;
        }
    }

    /**
     * Overflows the stack here, where nothing has begun yet, rather than in {@link #exit}, where the
     * operation would stay open: exit may be interpreted when enter is compiled, and then needs more
     * stack than enter did.
     */
    private static int reserve(int calls) {
        return calls == 0 ? 0 : reserve(calls - 1) + 1;
    }

    /**
     * A call ends that is not the one held to be the outermost. One that began later ran within it,
     * so that one is over too and its own exit was missed. One that began earlier goes on.
     */
    private static void resynchronise(ImageOperation operation, long token) {
        if (operation.running != NONE && operation.running - token > 0) {
            operation.running = NONE;
        }
    }

    private long record(RunningOperations.OfThread thread, ImageOperation operation, Outcome outcome, long begin) {
        long end = clock.getAsLong();
        operation.nanos = end - begin;
        operation.outcome = operation.outcome.and(outcome);
        thread.nest(operation, begin);
        boolean attributed = sites != null && (operation.origin != null || sites.choose(operation, end));
        Series series = measurements.record(operation, attributed);
        if (attributed && series != null) {
            operation.site = sites.attribute(operation, series);
        }
        running.ended(operation);
        return operation.nanos;
    }

    /**
     * The operation of this thread reads or writes {@code format}. The first to say so wins: a TIFF
     * that holds a JPEG is a TIFF.
     */
    public void format(Format format) {
        ImageOperation operation = open();
        if (operation != null && format != null && operation.format == Format.UNKNOWN) {
            operation.format = format;
        }
    }

    /**
     * {@code engine} did work of this thread's operation. The first that is neither stock nor
     * {@link Engine#OTHER} wins: a third-party reader that hands its data to ours is ours.
     */
    public void engine(Engine engine) {
        ImageOperation operation = open();
        if (operation != null && engine != null && engine != Engine.STOCK
                && (operation.engine == Engine.STOCK || operation.engine == Engine.OTHER)) {
            operation.engine = engine;
        }
    }

    /** The operation of this thread made {@code count} more pixels. */
    public void pixels(long count) {
        ImageOperation operation = open();
        if (operation != null && count > 0) {
            operation.pixels += count;
        }
    }

    /** The operation of this thread read or wrote {@code count} more bytes of a file format. */
    public void bytes(long count) {
        ImageOperation operation = open();
        if (operation != null && count > 0) {
            operation.bytes += count;
        }
    }

    /**
     * The operation of this thread is to be charged to {@code origin} instead of to what is on the stack. The first to
     * say so wins; null says nothing.
     */
    public void origin(Origin origin) {
        ImageOperation operation = open();
        if (operation != null && operation.origin == null) {
            operation.origin = origin;
        }
    }

    /** What an inner call knows of the outcome, such as an abort. An error outweighs an abort. */
    public void outcome(Outcome outcome) {
        ImageOperation operation = open();
        if (operation != null) {
            operation.outcome = operation.outcome.and(outcome);
        }
    }

    /** Whether an operation of this kind is running on the current thread. */
    public boolean currentlyRunning() {
        try {
            return running.here().of(kind).running != NONE;
        } catch (Throwable shortOfMemoryOrStack) {
            return false;
        }
    }

    /** The operation to add facts to, or null: without one, or while it is suppressed. */
    private ImageOperation open() {
        try {
            RunningOperations.OfThread thread = running.here();
            ImageOperation operation = thread.of(kind);
            return operation.running != NONE && !thread.suppression.on ? operation : null;
        } catch (Throwable shortOfMemoryOrStack) {
            return null;
        }
    }

    /**
     * Switches on or off. An operation that is running while this is off at its end is not recorded;
     * one that began while it was off is not either, but the measured calls within it may be.
     */
    public void enabled(boolean on) {
        enabled = on;
    }

    /** Whether this is switched on. */
    public boolean enabled() {
        return enabled;
    }

    /**
     * Makes what the current thread does the agent's own work (probe, self-test, verify run), which
     * no tracker measures, or the application's again. An operation that was already running goes on
     * and is recorded, without what the suppressed calls would have said about it.
     *
     * @return how it was before, which is to be restored in a finally clause
     */
    public static boolean suppressed(boolean on) {
        RunningOperations.Suppression suppression = RunningOperations.suppression();
        boolean before = suppression.on;
        suppression.on = on;
        return before;
    }

    /** Whether what the current thread does is the agent's own work. */
    public static boolean isSuppressed() {
        return RunningOperations.suppression().on;
    }
}
