package dev.hotpix.measure;

/**
 * One image operation of one thread: while it runs, what is known of it so far; once it has ended, what it came to.
 * There is one object per thread and kind, used again for the next operation: an {@link OperationListener} must not
 * keep it.
 */
public final class ImageOperation {
    private final Operation kind;
    /** Whether the stack is to be walked when it ends. */
    enum Choice { OPEN, WALK, PASS }

    final WalkBudget.Turn turn = new WalkBudget.Turn();

    /** The conversions within this operation, which count as one when it ends. */
    final GatheredOperation conversions = new GatheredOperation();

    /** The token of the outermost call, which is its start, or {@link OperationTracker#NONE}. */
    long running;
    Api api;
    Format format;
    Engine engine;
    Outcome outcome;
    Choice choice = Choice.OPEN;
    Origin origin;
    String site;
    long pixels;
    long bytes;
    long nanos;
    long nestedNanos;
    private Object codec;
    private long firstPosition;
    long inputHash;
    Object result;
    private Object attachment;

    ImageOperation(Operation kind) {
        this.kind = kind;
    }

    void start(long token, Api from) {
        api = from == null ? Api.OTHER : from;
        format = Format.UNKNOWN;
        engine = Engine.STOCK;
        outcome = Outcome.OK;
        choice = Choice.OPEN;
        origin = null;
        site = null;
        attachment = null;
        result = null;
        inputHash = 0;
        pixels = 0;
        bytes = 0;
        nanos = 0;
        nestedNanos = 0;
        codec = null;
        conversions.clear();
        // Last: a stack overflow before this line leaves nothing behind.
        running = token;
    }

    /** The first reader or writer to say where its stream stands is the one whose stream counts. */
    void position(Object of, long now) {
        if (codec == null) {
            codec = of;
            firstPosition = now;
        } else if (codec == of) {
            bytes = Math.max(0, now - firstPosition);
        }
    }

    /** Lets go of the application's objects. */
    void release() {
        codec = null;
        attachment = null;
        result = null;
    }

    /** What kind of operation this is. */
    public Operation kind() {
        return kind;
    }

    public Api api() {
        return api;
    }

    public Format format() {
        return format;
    }

    public Engine engine() {
        return engine;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Pixels made, or read by a writer; 0 if not known. */
    public long pixels() {
        return pixels;
    }

    /** Bytes of the file format that were read or written; 0 if not known. */
    public long bytes() {
        return bytes;
    }

    /** From begin to end, in nanoseconds; 0 while it runs. */
    public long nanos() {
        return nanos;
    }

    /** The part of {@link #nanos} in which operations of other kinds ran within this one. */
    public long nestedNanos() {
        return nestedNanos;
    }

    /** The line of the application that asked for it, or null: while it runs, and if nobody looked. */
    public String site() {
        return site;
    }

    /** Stands for the bytes that were read, nearly uniquely; 0 if they were not looked at. */
    public long inputHash() {
        return inputHash;
    }

    /** The one image that was made, if it is large enough to be followed; else null. */
    public Object result() {
        return result;
    }

    /** What the listener that needs it has attached to this operation, or null. */
    public Object attachment() {
        return attachment;
    }

    /** Keeps {@code object} until the operation has ended. */
    public void attach(Object object) {
        attachment = object;
    }
}
