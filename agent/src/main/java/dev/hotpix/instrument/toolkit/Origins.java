package dev.hotpix.instrument.toolkit;

import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.Origin;

/** Which line of the application made each image that will be produced later, or on another thread. */
public final class Origins {

    /** Images beyond this are charged to nobody: some 300 bytes each. */
    private static final int MOST = 4096;

    private final WeakIdentityMap<Origin> origins = new WeakIdentityMap<>(MOST);
    private final CallSites sites;

    /** @param sites finds the line, or null: then none is known */
    public Origins(CallSites sites) {
        this.sites = sites;
    }

    /** The line that runs now is making {@code source}. */
    public void remember(Object source) {
        try {
            Origin origin = sites == null || OperationTracker.isSuppressed() ? null : sites.here();
            if (origin != null) {
                origins.put(source, origin);
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // The image is charged to nobody.
        }
    }

    /** The line that made {@code source}, or null if it is not known. */
    Origin of(Object source) {
        try {
            return source == null ? null : origins.get(source);
        } catch (Throwable shortOfMemoryOrStack) {
            return null;
        }
    }
}
