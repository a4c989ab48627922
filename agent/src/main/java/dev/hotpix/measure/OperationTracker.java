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

    private static final ThreadLocal<Suppression> SUPPRESSION = ThreadLocal.withInitial(Suppression::new);

    private final ThreadLocal<Frame> frames = ThreadLocal.withInitial(Frame::new);
    private final Measurements measurements;
    private final CallSites sites;
    private final Operation operation;
    private final LongSupplier clock;
    private volatile boolean enabled = true;

    /** A tracker, switched on, that records into {@code measurements}. */
    public OperationTracker(Measurements measurements) {
        this(measurements, null, null);
    }

    /** One that also attributes each {@code operation} to its call site. */
    public OperationTracker(Measurements measurements, CallSites sites, Operation operation) {
        this(measurements, sites, operation, System::nanoTime);
    }

    /** With a clock that a test can set. */
    OperationTracker(Measurements measurements, LongSupplier clock) {
        this(measurements, null, null, clock);
    }

    /** All of it. */
    OperationTracker(Measurements measurements, CallSites sites, Operation operation, LongSupplier clock) {
        this.measurements = measurements;
        this.sites = sites;
        this.operation = operation;
        this.clock = clock;
        // Initialises the classes of a thread's state here, where the stack is known to suffice.
        frames.get().start(NONE, Api.OTHER);
        frames.remove();
    }

    /** One per thread, shared by all trackers: what is suppressed is so for all kinds of operation. */
    private static final class Suppression {
        boolean on;
    }

    /** The state of one thread: the operation that runs on it, if any, and what is known of it. */
    private static final class Frame {
        /** Held here so that the usual call looks up one thread local only. */
        final Suppression suppression = SUPPRESSION.get();
        final WalkBudget.Turn turn = new WalkBudget.Turn();
        /** The token of the outermost call, which is its start, or {@link #NONE}. */
        long running;
        Api api;
        Format format;
        Engine engine;
        Outcome outcome;
        long pixels;

        void start(long token, Api from) {
            api = from == null ? Api.OTHER : from;
            format = Format.UNKNOWN;
            engine = Engine.STOCK;
            outcome = Outcome.OK;
            pixels = 0;
            // Last: a stack overflow before this line leaves nothing behind.
            running = token;
        }
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
            Frame frame = frames.get();
            if (frame.suppression.on) {
                return NONE;
            }
            long now = clock.getAsLong();
            if (frame.running != NONE && now - frame.running < STALE_NANOS) {
                return NONE;
            }
            long token = now == NONE ? 1 : now;
            reserve(RESERVED_CALLS);
            frame.start(token, api);
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
            Frame frame = frames.get();
            if (frame.running != token) {
                resynchronise(frame, token);
                return NOT_RECORDED;
            }
            // Before anything else is called: see reserve.
            frame.running = NONE;
            return enabled ? record(frame, outcome, token, clock.getAsLong()) : NOT_RECORDED;
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
    private static void resynchronise(Frame frame, long token) {
        if (frame.running != NONE && frame.running - token > 0) {
            frame.running = NONE;
        }
    }

    private long record(Frame frame, Outcome outcome, long begin, long end) {
        long elapsed = end - begin;
        long pixels = frame.pixels;
        boolean walked = sites != null && sites.choose(frame.turn, elapsed, end);
        Series series = measurements.record(
                frame.api, frame.format, frame.engine, frame.outcome.and(outcome), elapsed, pixels, walked);
        if (walked && series != null) {
            sites.attribute(operation, series, elapsed, pixels);
        }
        return elapsed;
    }

    /**
     * The operation of this thread reads or writes {@code format}. The first to say so wins: a TIFF
     * that holds a JPEG is a TIFF.
     */
    public void format(Format format) {
        Frame frame = open();
        if (frame != null && format != null && frame.format == Format.UNKNOWN) {
            frame.format = format;
        }
    }

    /**
     * {@code engine} did work of this thread's operation. The first that is neither stock nor
     * {@link Engine#OTHER} wins: a third-party reader that hands its data to ours is ours.
     */
    public void engine(Engine engine) {
        Frame frame = open();
        if (frame != null && engine != null && engine != Engine.STOCK
                && (frame.engine == Engine.STOCK || frame.engine == Engine.OTHER)) {
            frame.engine = engine;
        }
    }

    /** The operation of this thread made {@code count} more pixels. */
    public void pixels(long count) {
        Frame frame = open();
        if (frame != null && count > 0) {
            frame.pixels += count;
        }
    }

    /** What an inner call knows of the outcome, such as an abort. An error outweighs an abort. */
    public void outcome(Outcome outcome) {
        Frame frame = open();
        if (frame != null) {
            frame.outcome = frame.outcome.and(outcome);
        }
    }

    /** Whether an operation of this kind is running on the current thread. */
    public boolean currentlyRunning() {
        try {
            return frames.get().running != NONE;
        } catch (Throwable shortOfMemoryOrStack) {
            return false;
        }
    }

    /** The frame to add facts to, or null: without an operation, or while it is suppressed. */
    private Frame open() {
        try {
            Frame frame = frames.get();
            return frame.running != NONE && !frame.suppression.on ? frame : null;
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
        Suppression suppression = SUPPRESSION.get();
        boolean before = suppression.on;
        suppression.on = on;
        return before;
    }

    /** Whether what the current thread does is the agent's own work. */
    public static boolean isSuppressed() {
        return SUPPRESSION.get().on;
    }
}
