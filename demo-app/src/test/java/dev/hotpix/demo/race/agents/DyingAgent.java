package dev.hotpix.demo.race.agents;

/** Takes the JVM down at the first JPEG. */
public final class DyingAgent {

    private static final int EXIT_CODE = 7;

    private DyingAgent() {}

    public static void premain(String args) {
        MeddlingReaderSpi.install(image -> {
            System.err.println("these are my last words");
            Runtime.getRuntime().halt(EXIT_CODE);
        });
    }
}
