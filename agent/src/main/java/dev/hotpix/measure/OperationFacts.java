package dev.hotpix.measure;

/** What intercepted calls know of the operation that runs on their thread, and say of it. No method throws. */
abstract class OperationFacts {
    final RunningOperations running;
    final Operation kind;

    OperationFacts(RunningOperations running, Operation kind) {
        this.running = running;
        this.kind = kind;
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

    /** The operation of this thread read what {@code hash} stands for. The first to say so wins; 0 says nothing. */
    public void inputHash(long hash) {
        ImageOperation operation = open();
        if (operation != null && operation.inputHash == 0) {
            operation.inputHash = hash;
        }
    }

    /** The operation of this thread made {@code image}, and no other. */
    public void result(Object image) {
        ImageOperation operation = open();
        if (operation != null) {
            operation.result = image;
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

    /**
     * The stream of {@code codec}, a reader or writer, stands at {@code position}. What it moves on by while the
     * operation of this thread runs are the bytes of the operation.
     */
    public void position(Object codec, long position) {
        ImageOperation operation = open();
        if (operation != null && position >= 0) {
            operation.position(codec, position);
        }
    }

    /** Whether an operation of this kind is running on the current thread. */
    public boolean currentlyRunning() {
        return running() != null;
    }

    /** What is known so far of the operation of this kind that runs on the current thread; null if none does. */
    public ImageOperation running() {
        try {
            ImageOperation operation = running.here().of(kind);
            return operation.running != OperationTracker.NONE ? operation : null;
        } catch (Throwable shortOfMemoryOrStack) {
            return null;
        }
    }

    /** The operation to add facts to, or null: without one, or while it is suppressed. */
    final ImageOperation open() {
        try {
            RunningOperations.OfThread thread = running.here();
            ImageOperation operation = thread.of(kind);
            return operation.running != OperationTracker.NONE && !thread.suppression.on ? operation : null;
        } catch (Throwable shortOfMemoryOrStack) {
            return null;
        }
    }
}
