package dev.hotpix.agent;

import dev.hotpix.instrument.bridge.BridgeClasses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The doors into the JDK that the agent needs, opened to the agent's own loader only: an application's
 * reflection finds every JDK package as closed as before.
 */
final class JdkInternals {

    private static final int FIRST_JAVA_WITH_RESTRICTED_NATIVE_ACCESS = 24;

    private final Instrumentation instrumentation;
    private volatile String nativeAccess = "not asked for";
    private final Set<Module> agent = Set.of(JdkInternals.class.getModule());

    JdkInternals(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Opens packages of a JDK module to the agent; packages that this JDK does not have are left out. */
    void open(Module module, String... packages) {
        Map<String, Set<Module>> opens = new HashMap<>();
        for (String name : packages) {
            if (module.getPackages().contains(name)) {
                opens.put(name, agent);
            }
        }
        instrumentation.redefineModule(
                module, Set.of(), Collections.emptyMap(), opens, Set.of(), Collections.emptyMap());
    }

    /**
     * Defines the bridge classes into {@code java.base}. Not by the boot class path: an append there would cost the
     * application its class data sharing archive, and prints a warning.
     */
    void defineBridge() throws IOException, IllegalAccessException {
        open(Object.class.getModule(), "java.lang");
        for (String name : BridgeClasses.NAMES) {
            try (InputStream in = JdkInternals.class.getClassLoader()
                    .getResourceAsStream(name.replace('.', '/') + ".class")) {
                MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(in.readAllBytes());
            }
        }
    }

    /**
     * Lets a named module of the agent load its native library without the JDK's warning, on JDKs that ask.
     * An operator who denies native access is respected, unless the command line grants it to all unnamed code.
     *
     * @return false if native access is denied
     */
    boolean enableNativeAccess(Module module) throws ReflectiveOperationException {
        if (Runtime.version().feature() < FIRST_JAVA_WITH_RESTRICTED_NATIVE_ACCESS) {
            nativeAccess = "not restricted by this Java version";
            return true;
        }
        open(Object.class.getModule(), "jdk.internal.access", "jdk.internal.module");
        Object policy = Class.forName("jdk.internal.module.ModuleBootstrap").getMethod("illegalNativeAccess").invoke(null);
        Module unnamed = JdkInternals.class.getModule();
        boolean granted = (boolean) Module.class.getMethod("isNativeAccessEnabled").invoke(unnamed);
        String setting = " (--illegal-native-access=" + policy.toString().toLowerCase(Locale.ROOT)
                + (granted ? ", --enable-native-access=ALL-UNNAMED)" : ")");
        if ("DENY".equals(policy.toString()) && !granted) {
            nativeAccess = "denied" + setting;
            return false;
        }
        Object access = Class.forName("jdk.internal.access.SharedSecrets").getMethod("getJavaLangAccess").invoke(null);
        Method grant = Class.forName("jdk.internal.access.JavaLangAccess").getMethod("addEnableNativeAccess", Module.class);
        grant.invoke(access, module);
        nativeAccess = "granted to the codec alone" + setting;
        return true;
    }

    /** What became of {@link #enableNativeAccess}. */
    String nativeAccess() {
        return nativeAccess;
    }
}
