package dev.hotpix.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;

/**
 * All that runs in an application until it touches image code: a look-up of each boot class's name. It
 * changes nothing itself; the first hit wakes the agent.
 */
public final class WakeTransformer implements ClassFileTransformer {

    private final Set<String> internalNames;
    private final Runnable wake;

    /**
     * @param internalNames boot classes that stand for image code, with slashes
     * @param wake called on the loading thread, at each hit: must return at once and never throw
     */
    public WakeTransformer(Set<String> internalNames, Runnable wake) {
        this.internalNames = internalNames;
        this.wake = wake;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (loader == null && name != null && internalNames.contains(name)) {
            wake.run();
        }
        return null;
    }
}
