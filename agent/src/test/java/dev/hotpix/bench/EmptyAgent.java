package dev.hotpix.bench;

/** The agent that does nothing: what the JVM itself charges for {@code -javaagent}. */
public final class EmptyAgent {

    private EmptyAgent() {
    }

    /** Called by the JVM. */
    public static void premain(String arguments) {
        // Nothing to do.
    }
}
