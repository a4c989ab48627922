package dev.hotpix.redirect;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Switches a redirect off after repeated internal errors of one kind. An error's kind is its class and the place
 * where it was thrown. Thread-safe.
 */
public final class Breaker {

    /** Errors of one kind that are endured. */
    static final int LIMIT = 3;

    /** Errors of any kinds: something is deeply wrong if there are so many. */
    private static final int LIMIT_OF_ALL = 30;

    private final Map<String, Integer> errors = new HashMap<>();
    private final Consumer<Throwable> onBreak;
    private int all;
    private volatile String cause;

    /** @param onBreak told each time that the redirect is switched off */
    public Breaker(Consumer<Throwable> onBreak) {
        this.onBreak = onBreak;
    }

    /** Counts an error; on the application's thread, so it must not throw. */
    public void count(Throwable error) {
        boolean breaks;
        synchronized (this) {
            all++;
            breaks = cause == null && (errors.merge(kind(error), 1, Integer::sum) >= LIMIT || all >= LIMIT_OF_ALL);
            if (breaks) {
                cause = error.toString();
            }
        }
        if (breaks) {
            onBreak.accept(error);
        }
    }

    private static String kind(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return error.getClass().getName() + (trace.length == 0 ? "" : "@" + trace[0]);
    }

    /** Whether the redirect is off. */
    public boolean isOpen() {
        return cause != null;
    }

    /** The error that switched the redirect off, or null. */
    public String cause() {
        return cause;
    }

    /** Lets the redirect try again. */
    public synchronized void reset() {
        errors.clear();
        all = 0;
        cause = null;
    }
}
