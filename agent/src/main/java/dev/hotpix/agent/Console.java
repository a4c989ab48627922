package dev.hotpix.agent;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hotpix's lines on the application's stderr: one at start and one per distinct trouble. stdout belongs to
 * the application alone. No logging framework: an agent that starts one fixes its configuration before the
 * application can.
 */
final class Console {

    private static final String PREFIX = "[hotpix] ";

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** What was said of trouble. */
    List<String> troubles() {
        return List.copyOf(said);
    }

    /** Prints the line of the start, which is no trouble. */
    void sayStarted(String line) {
        print(line);
    }

    /** Prints a line; the same text only once in the life of the JVM. */
    void say(String line) {
        if (said.add(line)) {
            print(line);
        }
    }

    private static void print(String line) {
        PrintStream err = System.err;
        if (err != null) {
            // One call, so that the line stays whole among the application's own.
            err.println(PREFIX + line);
        }
    }
}
