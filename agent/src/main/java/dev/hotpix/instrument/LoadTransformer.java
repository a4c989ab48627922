package dev.hotpix.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Map;

/**
 * Tells when classes of the boot loader are loaded. All that runs in an application until it touches image code: a
 * look-up of each such class's name. It changes nothing itself.
 */
public final class LoadTransformer implements ClassFileTransformer {

    private final Map<String, Runnable> byInternalName;

    /**
     * @param byInternalName by name, with slashes, what to run when the class is about to be loaded or changed: on the
     *     thread that loads it, so it must return at once and never throw
     */
    public LoadTransformer(Map<String, Runnable> byInternalName) {
        this.byInternalName = byInternalName;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        Runnable then = loader == null && name != null ? byInternalName.get(name) : null;
        if (then != null) {
            then.run();
        }
        return null;
    }
}
