package dev.hotpix.it.lifecycle.companion;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** Another agent on the same command line; its argument says what it does. */
public final class Companion {

    private static final String READER = "com.sun.imageio.plugins.jpeg.JPEGImageReader";

    private static Instrumentation instrumentation;

    private Companion() {
    }

    public static void premain(String arguments, Instrumentation jvm) throws Exception {
        instrumentation = jvm;
        switch (arguments) {
            case "preload":
                // Loads, does not initialise: as agents do that look classes up by name.
                Class.forName("javax.imageio.ImageIO", false, null);
                Class.forName(READER, false, null);
                break;
            case "java8":
                System.setProperty("java.specification.version", "1.8");
                break;
            default:
                // There, and nothing more.
        }
    }

    /** Weaves the JPEG reader once more, as a profiler does that is switched on later. */
    public static void retransform() throws Exception {
        Class<?> reader = Class.forName(READER, false, null);
        instrumentation.addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
                return type == reader ? bytes.clone() : null;
            }
        }, true);
        instrumentation.retransformClasses(reader);
    }
}
