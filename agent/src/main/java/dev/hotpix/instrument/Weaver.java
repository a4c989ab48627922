package dev.hotpix.instrument;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
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
    private final BiConsumer<Class<?>, Throwable> trouble;
    private final ByteBuddy byteBuddy = new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(Implementation.Context.Disabled.Factory.INSTANCE);

    /** Weak: an undeployed application's reader class must not be kept by us. */
    private final Map<Class<?>, Target> targets = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param trouble told of a class that could not be woven; the class stays as it was
     */
    public Weaver(Instrumentation instrumentation, BiConsumer<Class<?>, Throwable> trouble) {
        this.instrumentation = instrumentation;
        this.trouble = trouble;
    }

    /** Registers with the JVM; to be called once, before the first {@link #weave}. */
    public void install() {
        instrumentation.addTransformer(this, true);
    }

    /**
     * Weaves a target into a loaded class, without initialising it.
     *
     * @return whether the class now carries the target
     */
    public boolean weave(Class<?> type, Target target) {
        if (!instrumentation.isModifiableClass(type) || targets.putIfAbsent(type, target) != null) {
            return false;
        }
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | LinkageError | RuntimeException refused) {
            targets.remove(type);
            trouble.accept(type, refused);
        }
        return targets.containsKey(type);
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        Target target = redefined == null ? null : targets.get(redefined);
        if (target == null) {
            return null;
        }
        try {
            byte[] woven = decorate(redefined.getName(), bytes, target);
            if (!target.took()) {
                targets.remove(redefined);
                return null;
            }
            return woven;
        } catch (Throwable failure) {
            // Thrown from here it would vanish in the JVM.
            targets.remove(redefined);
            trouble.accept(redefined, failure);
            return null;
        }
    }

    private byte[] decorate(String name, byte[] bytes, Target target) {
        // Its neighbours are looked up in the JDK only: asking the application's loader could run its code.
        ClassFileLocator locator = new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(name, bytes), ClassFileLocator.ForClassLoader.ofBootLoader());
        TypePool pool = TypePool.Default.WithLazyResolution.of(locator);
        TypeDescription type = pool.describe(name).resolve();
        return target.weave(byteBuddy.decorate(type, locator)).make(pool).getBytes();
    }
}
