package dev.hotpix.agent;

import java.lang.instrument.Instrumentation;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes the incubating Vector API available to the agent without {@code --add-modules}: defines its module to the
 * boot loader, as the VM demands of it, outside the boot layer and exported to the agent only. An application finds
 * as little of it as before.
 */
final class VectorModule {

    /** What a user adds to the command line where this does not work. */
    static final String FLAG = "--add-modules jdk.incubator.vector";

    private static final String NAME = "jdk.incubator.vector";

    /** The latest feature release whose Vector API was tried. */
    private static final int LATEST = 26;
    private static final int EARLIEST = 17;

    private final JdkInternals jdk;
    private final Instrumentation instrumentation;
    private volatile boolean defined;

    VectorModule(JdkInternals jdk, Instrumentation instrumentation) {
        this.jdk = jdk;
        this.instrumentation = instrumentation;
    }

    /** Why there can be no Vector API in this JVM, or null: what can be told without touching it. */
    static String impossible() {
        int feature = Runtime.version().feature();
        if (feature < EARLIEST || feature > LATEST) {
            return "the Vector API is used on Java " + EARLIEST + " to " + LATEST + "; use one of these";
        }
        if (ModuleFinder.ofSystem().find(NAME).isEmpty()) {
            return "this runtime has no module " + NAME + "; make its image with it (jlink --add-modules " + NAME + ")";
        }
        String vm = System.getProperty("java.vm.name", "");
        String mode = System.getProperty("java.vm.info", "");
        // HotSpot's name for what -XX:TieredStopAtLevel=1 leaves: trials of kernels would take seconds each.
        if (vm.contains("OpenJ9") || mode.contains("interpreted") || mode.contains("emulated-client")) {
            return "this JVM does not compile the Vector API; use HotSpot, not OpenJ9, without -Xint and with C2";
        }
        return null;
    }

    /** Where it is. */
    String state() {
        return ModuleLayer.boot().findModule(NAME).isPresent() ? "in the boot layer"
                : defined ? "defined for Hotpix alone" : "not asked for yet";
    }

    /**
     * Makes it available; to be called once.
     *
     * @throws ReflectiveOperationException if this JDK's internals are not those we know
     */
    void define() throws ReflectiveOperationException {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return;
        }
        Module base = Object.class.getModule();
        jdk.open(base, "jdk.internal.access", "jdk.internal.loader");
        ModuleReference reference = ModuleFinder.ofSystem().find(NAME).orElseThrow();
        Object access = Class.forName("jdk.internal.access.SharedSecrets").getMethod("getJavaLangAccess").invoke(null);
        Class<?> type = Class.forName("jdk.internal.access.JavaLangAccess");
        Method defineModule = type.getMethod("defineModule", ClassLoader.class, ModuleDescriptor.class, URI.class);
        Module vector = (Module) defineModule.invoke(
                access, null, reference.descriptor(), reference.location().orElse(null));
        type.getMethod("addReads", Module.class, Module.class).invoke(access, vector, base);
        Class.forName("jdk.internal.loader.BootLoader").getMethod("loadModule", ModuleReference.class)
                .invoke(null, reference);
        type.getMethod("addExports", Module.class, String.class, Module.class)
                .invoke(access, vector, NAME, VectorModule.class.getModule());
        instrumentation.redefineModule(base, Set.of(), exportsTo(vector, base), Map.of(), Set.of(), Map.of());
        defined = true;
    }

    /** What {@code java.base} would have exported to the module had it been in the boot layer. */
    private static Map<String, Set<Module>> exportsTo(Module vector, Module base) {
        Map<String, Set<Module>> exports = new HashMap<>();
        for (ModuleDescriptor.Exports export : base.getDescriptor().exports()) {
            if (export.targets().contains(NAME)) {
                exports.put(export.source(), Set.of(vector));
            }
        }
        return exports;
    }
}
