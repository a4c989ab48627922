package dev.hotpix.premain;

import java.io.File;

/**
 * The main class of the agent's jar: {@code java -jar hotpix-agent.jar doctor}. It checks what {@link Premain} checks
 * and hands over to the doctor, in the loader of this JVM's agent if there is one.
 *
 * <p>Java 8 bytecode without lambdas, as {@link Premain}.
 */
public final class Main {

    private static final String ENTRY_CLASS = "dev.hotpix.doctor.Doctor";

    /** The exit code for what cannot be done at all. */
    private static final int UNUSABLE = 2;

    private Main() {
    }

    /** Ends the JVM with the command's exit code. */
    public static void main(String[] arguments) {
        int exit = UNUSABLE;
        try {
            exit = run(arguments);
        } catch (Throwable trouble) {
            Premain.say("could not do that: " + Premain.describe(trouble));
        }
        System.exit(exit);
    }

    private static int run(String[] arguments) throws Exception {
        int java = Premain.featureRelease(System.getProperty("java.specification.version"));
        if (java < Premain.OLDEST_JAVA) {
            Premain.say("needs Java " + Premain.OLDEST_JAVA + " or later and this is Java " + java
                    + "; as an agent it stays out of such a JVM: use a newer one");
            return UNUSABLE;
        }
        File jar = Premain.jar();
        AgentClassLoader loader = Premain.loader();
        if (loader == null) {
            loader = AgentClassLoader.open(jar);
        }
        if (loader == null) {
            Premain.say("found none of its own classes in " + jar.getName() + ": use the original hotpix-agent.jar");
            return UNUSABLE;
        }
        return (Integer) loader.loadClass(ENTRY_CLASS).getMethod("run", String.class, String[].class)
                .invoke(null, jar.getPath(), arguments);
    }
}
