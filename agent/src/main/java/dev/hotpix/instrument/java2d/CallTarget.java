package dev.hotpix.instrument.java2d;

import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.hotpix.instrument.Target;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.dynamic.DynamicType;

/** Calls of one of Java2D's loops that go through the bridge. */
final class CallTarget implements Target {

    private final String owner;
    private final String name;
    private final String descriptor;
    private final String enclosing;
    private final String bridgeName;
    private final int expected;
    private volatile int replaced;

    /**
     * @param owner the class that is called
     * @param enclosing the method that calls it
     * @param expected calls in that method
     */
    CallTarget(String owner, String name, String descriptor, String enclosing, String bridgeName, int expected) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
        this.enclosing = enclosing;
        this.bridgeName = bridgeName;
        this.expected = expected;
    }

    @Override
    public DynamicType.Builder<?> weave(DynamicType.Builder<?> type) {
        replaced = 0;
        return type.visit(new AsmVisitorWrapper.ForDeclaredMethods().method(named(enclosing), new BridgedCall(
                owner.replace('.', '/'), name, descriptor, bridgeName, calls -> replaced += calls)));
    }

    /** Whether this JDK's method calls what we know, as often as we know. */
    @Override
    public boolean took() {
        return replaced == expected;
    }

    /** The stock loop as a handle that takes objects in place of all types outside {@code java.base}. */
    MethodHandle stock() throws ReflectiveOperationException {
        Class<?> type = Class.forName(owner, false, null);
        MethodType exact = MethodType.fromMethodDescriptorString(descriptor, type.getClassLoader());
        MethodType widened = exact.insertParameterTypes(0, Object.class);
        for (int i = 1; i < widened.parameterCount(); i++) {
            if (!widened.parameterType(i).isPrimitive() && !widened.parameterType(i).isArray()) {
                widened = widened.changeParameterType(i, Object.class);
            }
        }
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                .findVirtual(type, name, exact).asType(widened);
    }
}
