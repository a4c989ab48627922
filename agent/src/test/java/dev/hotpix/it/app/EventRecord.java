package dev.hotpix.it.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a listener was told, in order. At one of the events it may abort the work that it listens to, or throw. */
abstract class EventRecord {

    private final StringBuilder events = new StringBuilder();
    private final int abortAt;
    private final int throwAt;
    private int count;
    private boolean interfered;

    /**
     * @param abortAt number of the event at which to abort; below 0: never
     * @param throwAt number of the event at which to throw; below 0: never
     */
    EventRecord(int abortAt, int throwAt) {
        this.abortAt = abortAt;
        this.throwAt = throwAt;
    }

    /** Adds an event, and does what is to be done at it. */
    final void add(Runnable abort, String name, Object... details) {
        events.append(name).append(Arrays.toString(details)).append('\n');
        int number = count++;
        if (number == abortAt) {
            abort(abort);
        }
        if (number == throwAt) {
            interfered = true;
            if (number % 3 == 2) {
                throw new AssertionError("from the listener, event " + number);
            }
            throw new IllegalStateException("from the listener, event " + number);
        }
    }

    /** Not only because of the event's number. */
    final void abort(Runnable abort) {
        interfered = true;
        abort.run();
    }

    /** Whether it has aborted or thrown. */
    final boolean interfered() {
        return interfered;
    }

    @Override
    public final String toString() {
        return count + " events " + ImageText.sha(events.toString().getBytes(StandardCharsets.UTF_8));
    }
}
