package dev.hotpix.agent;

import dev.hotpix.instrument.LoadTransformer;
import dev.hotpix.instrument.decoders.DecoderClasses;
import dev.hotpix.instrument.decoders.OwnMethods;
import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Entered by premain, by name. Decides whether there is anything to do in this JVM and, unless told to be
 * ready before {@code main}, leaves nothing behind but a look-up of class names.
 */
public final class AgentStart {

    /** Boot classes that stand for image files, with slashes: the first of them to be loaded wakes the agent. */
    private static final Set<String> WAKING = Set.of(
            "javax/imageio/ImageIO", "javax/imageio/ImageReader", "javax/imageio/ImageWriter",
            "com/sun/imageio/plugins/jpeg/JPEGImageReader");

    /**
     * Boot classes that stand for images on their way to a screen. Any user interface loads one of them when it starts,
     * so the agent lets it start first. {@code DrawImage} comes with the first {@code Graphics2D}; there is none that
     * comes with the first scaling.
     */
    private static final Set<String> WAKING_LATER = Set.of(
            "sun/java2d/pipe/DrawImage", "sun/awt/image/InputStreamImageSource", "java/awt/image/ReplicateScaleFilter",
            "java/awt/image/AffineTransformOp", "java/awt/image/ColorConvertOp");

    private static volatile boolean started;

    private AgentStart() {
    }

    /** Whether this JVM was started with the agent, active or not. */
    public static boolean hasStarted() {
        return started;
    }

    /** Called once in the life of the JVM. */
    public static void start(String arguments, Instrumentation instrumentation) {
        started = true;
        Configuration configuration = Configuration.read(arguments, System.getProperties(), System.getenv());
        if (!configuration.isOn(Property.ENABLED)) {
            LiveAgent.isAbsent("switched off by " + Property.ENABLED.key());
            return;
        }
        if (isJdkTool(System.getProperty("jdk.module.main"), System.getProperty("sun.java.command", ""))) {
            return;
        }
        if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
            String why = "has nothing to do: this runtime has no java.desktop module; use one that has it, or remove "
                    + "the -javaagent option";
            LiveAgent.isAbsent(why);
            new Console().say(why);
            return;
        }
        Activation activation = new Activation(configuration, instrumentation);
        Map<String, Runnable> wakeElsewhere = new HashMap<>();
        Map<String, Set<String>> nativeMethods = Map.of();
        if (configuration.isOn(Property.INSTRUMENT_DECODERS)) {
            putAll(wakeElsewhere, DecoderClasses.NAMES, activation);
            nativeMethods = DecoderClasses.NATIVE_METHODS;
        }
        if (!configuration.get(Property.INSTRUMENT_METHODS).isEmpty()) {
            putAll(wakeElsewhere, ownClasses(configuration.get(Property.INSTRUMENT_METHODS)), activation);
        }
        if ("sync".equals(configuration.get(Property.START))) {
            instrumentation.addTransformer(new LoadTransformer(Map.of(), wakeElsewhere, nativeMethods), false);
            activation.runNow();
        } else {
            Map<String, Runnable> wake = new HashMap<>();
            putAll(wake, WAKING_LATER, activation.later());
            putAll(wake, WAKING, activation);
            instrumentation.addTransformer(new LoadTransformer(wake, wakeElsewhere, nativeMethods), false);
            runIfLoaded(wake, instrumentation);
        }
    }

    /** Told of mistakes here and not when the agent wakes: it may be that nothing else would wake it. */
    private static Set<String> ownClasses(String methods) {
        OwnMethods own = OwnMethods.of(methods);
        Console console = new Console();
        for (String error : own.errors()) {
            console.say(Property.INSTRUMENT_METHODS.key() + ", " + error);
        }
        Set<String> names = new HashSet<>();
        for (OwnMethods.OwnMethod method : own.methods()) {
            names.add(method.pattern().className().replace('.', '/'));
        }
        return names;
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

    private static void putAll(Map<String, Runnable> wake, Set<String> names, Runnable then) {
        for (String name : names) {
            wake.put(name, then);
        }
    }

    /** Another agent, or this JVM's start-up itself, may have loaded image code before us. */
    private static void runIfLoaded(Map<String, Runnable> wake, Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            String name = type.getName();
            // The first test spares the others to nearly all of some thousand classes.
            if (name.contains("imageio") || name.contains(".awt.") || name.contains(".java2d.")) {
                Runnable then = type.getClassLoader() == null ? wake.get(name.replace('.', '/')) : null;
                if (then != null) {
                    then.run();
                }
            }
        }
    }
}
