package dev.hotpix.agent;

import dev.hotpix.instrument.WakeTransformer;
import java.lang.instrument.Instrumentation;
import java.util.Set;

/**
 * Entered by premain, by name. Decides whether there is anything to do in this JVM and, unless told to be
 * ready before {@code main}, leaves nothing behind but a look-up of class names.
 */
public final class AgentStart {

    /** Boot classes that stand for image code, with slashes: the first of them to be loaded wakes the agent. */
    private static final Set<String> WAKING = Set.of(
            "javax/imageio/ImageIO", "javax/imageio/ImageReader", "javax/imageio/ImageWriter",
            "com/sun/imageio/plugins/jpeg/JPEGImageReader");

    private AgentStart() {
    }

    /** Called once in the life of the JVM. */
    public static void start(String arguments, Instrumentation instrumentation) {
        Configuration configuration = Configuration.read(arguments, System.getProperties(), System.getenv());
        if (!configuration.isOn(Property.ENABLED) || isJdkTool(System.getProperty("jdk.module.main"),
                System.getProperty("sun.java.command", ""))) {
            return;
        }
        if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
            new Console().say("has nothing to do: this runtime has no java.desktop module; use one that has it, or remove "
                    + "the -javaagent option");
            return;
        }
        Activation activation = new Activation(configuration, instrumentation);
        if ("sync".equals(configuration.get(Property.START))) {
            activation.runNow();
        } else {
            instrumentation.addTransformer(new WakeTransformer(WAKING, activation), false);
            if (isLoaded(instrumentation)) {
                activation.run();
            }
        }
    }

    /**
     * Tools like javac and keytool get the agent through {@code JAVA_TOOL_OPTIONS}.
     *
     * @param mainModule the module whose main class was started, null for a class path application
     * @param command main class and arguments
     */
    static boolean isJdkTool(String mainModule, String command) {
        // java App.java compiles and runs an application in one JVM.
        return mainModule != null && (mainModule.startsWith("jdk.") || mainModule.startsWith("java."))
                && !command.startsWith("jdk.compiler/com.sun.tools.javac.launcher.");
    }

    /** Whether another agent, or this JVM's start-up itself, has loaded image code before us. */
    private static boolean isLoaded(Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName();
            // The first test spares the others to nearly all of some thousand classes.
            if (name.contains(".imageio.") && type.getClassLoader() == null && WAKING.contains(name.replace('.', '/'))) {
                return true;
            }
        }
        return false;
    }
}
