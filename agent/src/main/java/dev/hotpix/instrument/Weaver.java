package dev.hotpix.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;

/**
 * Weaves targets into classes that are loaded already, by retransformation, one class at a time so that one
 * failure does not undo the others. Stays registered: when another agent retransforms the same class, our
 * part is woven again.
 *
 * <p>Plain Byte Buddy decoration without {@code AgentBuilder}: half the start-up CPU, and no warning about
 * {@code sun.misc.Unsafe} on JDK 24 and later.
 */
public final class Weaver implements ClassFileTransformer {

    private final Instrumentation instrumentation;
    private final BiConsumer<String, Throwable> trouble;
    private final ByteBuddy byteBuddy = new ByteBuddy()
            .with(TypeValidation.DISABLED)
            // No look at the superclasses, which are not always in the JDK.
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(Implementation.Context.Disabled.Factory.INSTANCE);

    /** By internal name, in whichever loader. */
    private volatile Map<String, Target> byName = Map.of();

    /** Weak: an undeployed application's reader class must not be kept by us. */
    private final Map<Class<?>, List<Target>> targets = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param trouble told the name of a class that could not be woven; the class stays as it was
     */
    public Weaver(Instrumentation instrumentation, BiConsumer<String, Throwable> trouble) {
        this.instrumentation = instrumentation;
        this.trouble = trouble;
    }

    /** Registers with the JVM; to be called once, before the first {@link #weave}. */
    public void install() {
        instrumentation.addTransformer(this, true);
    }

    /**
     * Weaves targets into a loaded class, without initialising it, besides those it has already; nothing is woven
     * twice.
     *
     * @return whether the class now carries all of them, and did not carry all before
     */
    public boolean weave(Class<?> type, Target... wanted) {
        if (!instrumentation.isModifiableClass(type) || !add(type, wanted)) {
            return false;
        }
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | LinkageError | RuntimeException refused) {
            remove(type, wanted);
            trouble.accept(type.getName(), refused);
        }
        return of(type).containsAll(List.of(wanted));
    }

    private boolean add(Class<?> type, Target... wanted) {
        synchronized (targets) {
            // A set drops those that the class has already.
            Set<Target> all = new LinkedHashSet<>(of(type));
            if (!all.addAll(List.of(wanted))) {
                return false;
            }
            targets.put(type, new ArrayList<>(all));
            return true;
        }
    }

    private void remove(Class<?> type, Target... unwanted) {
        synchronized (targets) {
            List<Target> fewer = new ArrayList<>(of(type));
            fewer.removeAll(List.of(unwanted));
            targets.put(type, fewer);
        }
    }

    /** Lists are never changed once they are in the map. */
    private List<Target> of(Class<?> type) {
        return targets.getOrDefault(type, List.of());
    }

    /**
     * Weaves targets into all classes of some names, whichever loader they come from: those that are loaded, and each
     * that will be, as it is loaded. Besides those of other names that were given before.
     *
     * @param byClassName targets by class name, with dots
     * @return those that were loaded already
     */
    public List<Class<?>> weaveEverywhere(Map<String, Target> byClassName) {
        synchronized (this) {
            Map<String, Target> named = new HashMap<>(byName);
            byClassName.forEach((name, target) -> named.put(name.replace('.', '/'), target));
            byName = Map.copyOf(named);
        }
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            Target target = byClassName.get(type.getName());
            if (target != null) {
                weave(type, target);
                loaded.add(type);
            }
        }
        return loaded;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        Target named = name == null ? null : byName.get(name);
        if (named != null && (redefined == null || of(redefined).isEmpty())) {
            return weaveLoading(name.replace('/', '.'), bytes, named);
        }
        List<Target> wanted = redefined == null ? List.of() : of(redefined);
        while (!wanted.isEmpty()) {
            try {
                byte[] woven = decorate(redefined.getName(), bytes, wanted);
                Target missed = firstMissed(wanted);
                if (missed == null) {
                    return woven;
                }
                remove(redefined, missed);
            } catch (Throwable failure) {
                // Thrown from here it would vanish in the JVM. The newest is the one that is being added.
                remove(redefined, wanted.get(wanted.size() - 1));
                trouble.accept(redefined.getName(), failure);
            }
            wanted = of(redefined);
        }
        return null;
    }

    /** A class that is being loaded, or was woven when it was: there is no class yet to remember anything of. */
    private byte[] weaveLoading(String name, byte[] bytes, Target target) {
        try {
            return decorate(name, bytes, List.of(target));
        } catch (Throwable failure) {
            trouble.accept(name, failure);
            return null;
        }
    }

    private static Target firstMissed(List<Target> woven) {
        for (Target target : woven) {
            if (!target.took()) {
                return target;
            }
        }
        return null;
    }

    private byte[] decorate(String name, byte[] bytes, List<Target> wanted) {
        // Its neighbours are looked up in the JDK only: asking the application's loader could run its code.
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(name, bytes), ClassFileLocator.ForClassLoader.ofBootLoader());
        TypePool pool = TypePool.Default.WithLazyResolution.of(locator);
        DynamicType.Builder<?> type = byteBuddy.decorate(pool.describe(name).resolve(), locator);
        for (Target target : wanted) {
            type = target.weave(type);
        }
        return type.make(pool).getBytes();
    }
}
