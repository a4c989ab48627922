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
public final class OperationTracker extends OperationFacts {
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

    private final Measurements measurements;
    private final CallSites sites;
    private final LongSupplier clock;
    /** Of the kind that is counted once per operation of this kind, or null. */
    private final OperationTracker conversions;
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
        this(measurements, sites, kind, new RunningOperations(), null, clock);
    }

    /**
     * One of several that share {@code running}.
     *
     * @param sites attributes operations to their call sites, unless it is null
     * @param conversions for a decode or encode: where the conversions within it count as one
     */
    OperationTracker(
            Measurements measurements, CallSites sites, Operation kind, RunningOperations running,
            OperationTracker conversions, LongSupplier clock) {
        super(running, kind);
        this.measurements = measurements;
        this.sites = sites;
        this.conversions = conversions;
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
        return begin(api, true);
    }

    /** Begins one of several calls that together are one operation; to be ended by {@link #exitPart}. */
    public long enterPart() {
        return begin(Api.OTHER, false);
    }

    private long begin(Api api, boolean whole) {
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
            if (whole && !isPartOfCodec(thread, now)) {
                running.began(operation);
            }
            return token;
        } catch (Throwable shortOfMemoryOrStack) {
            return NONE;
        }
    }

    /** A JPEG reader converts colours row by row: all conversions within a decode or encode are one. */
    private boolean isPartOfCodec(RunningOperations.OfThread thread, long now) {
        return kind == Operation.CONVERT && thread.codec(now) != null;
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
        return end(token, outcome, null);
    }

    /** Ends a call that {@link #enterPart} began, and adds it to {@code whole}. */
    public void exitPart(long token, GatheredOperation whole) {
        end(token, Outcome.OK, whole);
    }

    /** Ends a call that turned out to be no operation: nothing is recorded. */
    public void discard(long token) {
        try {
            ImageOperation operation = running.here().of(kind);
            if (operation.running == token) {
                operation.running = NONE;
                operation.release();
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // As after an exit that was missed.
        }
    }

    private long end(long token, Outcome outcome, GatheredOperation whole) {
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
            if (!enabled) {
                operation.release();
                return NOT_RECORDED;
            }
            long end = clock.getAsLong();
            operation.nanos = end - token;
            operation.outcome = operation.outcome.and(outcome);
            thread.nest(operation, token);
            return whole == null ? complete(thread, operation, end) : gather(operation, whole);
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

    private static long gather(ImageOperation part, GatheredOperation whole) {
        whole.add(part);
        return NOT_RECORDED;
    }

    private long complete(RunningOperations.OfThread thread, ImageOperation operation, long end) {
        ImageOperation codec = kind == Operation.CONVERT ? thread.codec(end) : null;
        if (codec != null) {
            return gather(operation, codec.conversions);
        }
        if (conversions != null && !operation.conversions.isEmpty()) {
            conversions.record(operation.conversions, operation.api, operation.format, Outcome.OK, operation.origin);
        }
        return record(operation, end);
    }

    private long record(ImageOperation operation, long end) {
        boolean attributed = sites != null && (operation.origin != null || sites.choose(operation, end));
        Series series = measurements.record(operation, attributed);
        if (attributed && series != null) {
            operation.site = sites.attribute(operation, series);
        }
        running.ended(operation);
        operation.release();
        return operation.nanos;
    }

    /**
     * Records an operation whose calls {@link #exitPart} has gathered, unless there were none, and empties it. To a
     * listener it begins and ends now; {@link ImageOperation#nanos} is the time of the calls.
     *
     * @param origin what it is charged to, or null for what is on the stack
     */
    public void record(GatheredOperation whole, Api api, Format format, Outcome outcome, Origin origin) {
        try {
            ImageOperation operation = running.here().of(kind);
            if (!whole.isEmpty() && operation.running == NONE && enabled) {
                operation.start(NONE, api);
                operation.format = format;
                operation.outcome = outcome;
                operation.origin = origin;
                operation.nanos = whole.nanos;
                operation.nestedNanos = whole.nestedNanos;
                operation.pixels = whole.pixels;
                running.began(operation);
                record(operation, clock.getAsLong());
            }
            whole.clear();
        } catch (Throwable shortOfMemoryOrStack) {
            // It goes uncounted.
        }
    }

    /** Whether the operation of this thread has already taken so long that its call site is sure to be looked up. */
    public boolean willBeAttributed() {
        ImageOperation operation = sites == null ? null : open();
        return operation != null && sites.chooseEarly(operation, clock.getAsLong() - operation.running);
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
