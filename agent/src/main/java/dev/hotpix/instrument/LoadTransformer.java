package dev.hotpix.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;

/**
 * Tells when some classes are loaded. All that runs in an application until it touches image code: a look-up of each
 * class's name. Changes none but those with native methods that are to be woven later.
 */
public final class LoadTransformer implements ClassFileTransformer {

    private final Map<String, ? extends Runnable> ofBootLoader;
    private final Map<String, ? extends Runnable> ofOtherLoaders;
    private final Map<String, Set<String>> nativeMethods;

    /** For classes of the boot loader only. */
    public LoadTransformer(Map<String, ? extends Runnable> ofBootLoader) {
        this(ofBootLoader, Map.of(), Map.of());
    }

    /**
     * By name, with slashes, what to run when a class is about to be loaded or changed: on the thread that loads it, so
     * it must return at once and never throw.
     *
     * @param ofBootLoader the classes of the boot loader
     * @param ofOtherLoaders the classes of all others
     * @param nativeMethods the native methods, by class, that get a Java method around them
     */
    public LoadTransformer(
            Map<String, ? extends Runnable> ofBootLoader, Map<String, ? extends Runnable> ofOtherLoaders,
            Map<String, Set<String>> nativeMethods) {
        this.ofBootLoader = ofBootLoader;
        this.ofOtherLoaders = ofOtherLoaders;
        this.nativeMethods = nativeMethods;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name == null) {
            return null;
        }
        Runnable then = (loader == null ? ofBootLoader : ofOtherLoaders).get(name);
        if (then == null) {
            return null;
        }
        then.run();
        Set<String> methods = loader == null ? null : nativeMethods.get(name);
        return methods == null ? null : NativeWrappers.wrap(bytes, methods);
    }
}
