package dev.hotpix.publish.micrometer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which of the registries get our meters, so that each registry that stores anything is reached once. Composite ones
 * come first, since what they are configured with is meant for all within them; a registry that is in none, or in a
 * composite that would count it twice, gets its own.
 */
final class RegistryChoice {

    private final HotpixMeters micrometer;
    private final Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Object> chosen = new ArrayList<>();

    private RegistryChoice(HotpixMeters micrometer) {
        this.micrometer = micrometer;
    }

    /**
     * Chooses among the registries that are known.
     *
     * @param global the global registry if it is known, or null: preferred to other composites
     */
    static List<Object> among(List<Object> registries, Object global, HotpixMeters micrometer) {
        RegistryChoice choice = new RegistryChoice(micrometer);
        if (global != null) {
            choice.considerComposite(global);
        }
        Set<Object> leaves = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object registry : choice.outermostFirst(registries)) {
            if (micrometer.children(registry) != null) {
                choice.considerComposite(registry);
                choice.collectLeaves(registry, leaves);
            }
        }
        if (global != null) {
            choice.collectLeaves(global, leaves);
        }
        registries.forEach(registry -> choice.collectLeaves(registry, leaves));
        for (Object leaf : leaves) {
            if (choice.reached.add(leaf)) {
                choice.chosen.add(leaf);
            }
        }
        return choice.chosen;
    }

    /** A composite within another would otherwise hide what the outer one is configured with. */
    private List<Object> outermostFirst(List<Object> registries) {
        Set<Object> inner = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object registry : registries) {
            Object[] children = micrometer.children(registry);
            if (children != null) {
                Collections.addAll(inner, children);
            }
        }
        List<Object> ordered = new ArrayList<>(registries);
        ordered.sort((a, b) -> Boolean.compare(inner.contains(a), inner.contains(b)));
        return ordered;
    }

    private void considerComposite(Object composite) {
        Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());
        collectLeaves(composite, within);
        if (!within.isEmpty() && !micrometer.isClosed(composite) && Collections.disjoint(within, reached)) {
            reached.addAll(within);
            chosen.add(composite);
        }
    }

    /** Micrometer refuses composites that contain themselves. */
    private void collectLeaves(Object registry, Set<Object> leaves) {
        Object[] children = micrometer.children(registry);
        if (children == null) {
            if (!micrometer.isClosed(registry)) {
                leaves.add(registry);
            }
            return;
        }
        for (Object child : children) {
            collectLeaves(child, leaves);
        }
    }
}
