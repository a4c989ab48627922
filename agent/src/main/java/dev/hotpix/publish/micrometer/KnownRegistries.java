package dev.hotpix.publish.micrometer;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** The registries that have been seen in one copy of Micrometer, held weakly. */
final class KnownRegistries {

    /** More at once than any application has a use for. */
    static final int MOST = 64;

    private volatile List<WeakReference<Object>> registries = List.of();
    private volatile WeakReference<Object> last = new WeakReference<>(null);

    /** Whether it is there already. No lock, no allocation. */
    boolean contains(Object registry) {
        if (last.get() == registry) {
            return true;
        }
        List<WeakReference<Object>> now = registries;
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).get() == registry) {
                last = now.get(i);
                return true;
            }
        }
        return false;
    }

    /** Adds one, also if it is a registry under construction; false if there are too many. */
    synchronized boolean add(Object registry) {
        if (contains(registry)) {
            return true;
        }
        List<WeakReference<Object>> more = new ArrayList<>(registries);
        more.removeIf(reference -> reference.get() == null);
        if (more.size() == MOST) {
            return false;
        }
        more.add(new WeakReference<>(registry));
        registries = more;
        return true;
    }

    /** Forgets those that have been closed: an application may make and close any number. */
    synchronized void removeClosed(HotpixMeters micrometer) {
        List<WeakReference<Object>> fewer = new ArrayList<>(registries);
        fewer.removeIf(reference -> {
            Object registry = reference.get();
            return registry == null || micrometer.isClosed(registry);
        });
        registries = fewer;
    }

    /** Those that are there, the oldest first. */
    List<Object> all() {
        List<Object> present = new ArrayList<>();
        for (WeakReference<Object> reference : registries) {
            Object registry = reference.get();
            if (registry != null) {
                present.add(registry);
            }
        }
        return present;
    }
}
