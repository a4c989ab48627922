package dev.hotpix.premain;

import java.io.File;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The only code of the agent that the application's class loader can see. It checks what must hold
 * before anything else may be loaded, opens the agent's own loader and hands over.
 *
 * <p>Java 8 bytecode without lambdas: a JVM that is too old must still be able to run this and say so.
 * Nothing ever leaves {@link #premain}: an exception here would stop the application from starting.
 */
public final class Premain {

    /** The oldest Java feature release that the agent itself runs on. */
    static final int OLDEST_JAVA = 11;

    private static final String ENTRY_CLASS = "dev.hotpix.agent.AgentStart";

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private static volatile AgentClassLoader loader;

    private Premain() {
    }

    /**
     * Called by the JVM before the application's {@code main}.
     *
     * @param arguments what follows {@code =} after the agent's path, may be null
     * @param instrumentation the JVM's instrumentation service
     */
    public static void premain(String arguments, Instrumentation instrumentation) {
        try {
            if (!STARTED.compareAndSet(false, true)) {
                say("is on the command line more than once; the first one is used: remove the other -javaagent option");
                return;
            }
            int java = featureRelease(System.getProperty("java.specification.version"));
            if (java < OLDEST_JAVA) {
                say("needs Java " + OLDEST_JAVA + " or later and this is Java " + java
                        + "; the application runs without it: use a newer JVM or remove the -javaagent option");
                return;
            }
            handOver(arguments, instrumentation);
        } catch (Throwable trouble) {
            say("could not start and stays out; the application runs without it: " + describe(trouble));
        }
    }

    private static void handOver(String arguments, Instrumentation instrumentation) throws Exception {
        File jar = jar();
        AgentClassLoader opened = AgentClassLoader.open(jar);
        if (opened == null) {
            say("found none of its own classes in " + jar.getName()
                    + " and stays out: use the original hotpix-agent.jar, not one repackaged into another jar");
            return;
        }
        loader = opened;
        opened.loadClass(ENTRY_CLASS)
                .getMethod("start", String.class, Instrumentation.class)
                .invoke(null, arguments, instrumentation);
    }

    /** The jar that this class came from. */
    static File jar() throws URISyntaxException {
        CodeSource source = Premain.class.getProtectionDomain().getCodeSource();
        return new File(source.getLocation().toURI());
    }

    /** The loader of this JVM's agent, or null if it has none. */
    static AgentClassLoader loader() {
        return loader;
    }

    /**
     * Reads a {@code java.specification.version}.
     *
     * @return the feature release: 8 for {@code 1.8}, 17 for {@code 17}; 0 if it cannot be read
     */
    static int featureRelease(String specification) {
        if (specification == null) {
            return 0;
        }
        String feature = specification.startsWith("1.") ? specification.substring(2) : specification;
        int end = 0;
        while (end < feature.length() && Character.isDigit(feature.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(feature.substring(0, end));
    }

    static String describe(Throwable trouble) {
        Throwable cause = trouble;
        while (cause instanceof InvocationTargetException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    static void say(String text) {
        PrintStream err = System.err;
        if (err != null) {
            err.println("[hotpix] " + text);
        }
    }
}
