package dev.hotpix.instrument.java2d;

import java.util.function.IntConsumer;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Replaces calls of one instance method by calls of a static one of the bridge that takes the instance first, and
 * objects in place of types outside {@code java.base}.
 */
final class BridgedCall implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {

    private static final String BRIDGE = "java/lang/HotpixJava2d";
    private static final Type OBJECT = Type.getType(Object.class);

    private final String owner;
    private final String name;
    private final String descriptor;
    private final String bridgeName;
    private final String bridgeDescriptor;
    private final IntConsumer replaced;

    /**
     * @param owner internal name of the class that is called
     * @param descriptor what the JDKs that we know call; on anything else nothing is replaced
     * @param replaced receives the number of calls replaced in a method
     */
    BridgedCall(String owner, String name, String descriptor, String bridgeName, IntConsumer replaced) {
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
        this.bridgeName = bridgeName;
        this.bridgeDescriptor = widened(descriptor);
        this.replaced = replaced;
    }

    private static String widened(String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        Type[] widened = new Type[arguments.length + 1];
        widened[0] = OBJECT;
        for (int i = 0; i < arguments.length; i++) {
            widened[i + 1] = arguments[i].getSort() == Type.OBJECT ? OBJECT : arguments[i];
        }
        return Type.getMethodDescriptor(Type.getReturnType(descriptor), widened);
    }

    @Override
    public MethodVisitor wrap(
            TypeDescription type, MethodDescription method, MethodVisitor visitor, Implementation.Context context,
            TypePool pool, int writerFlags, int readerFlags) {
        return new MethodVisitor(OpenedClassReader.ASM_API, visitor) {

            private int calls;

            @Override
            public void visitMethodInsn(
                    int opcode, String calledOwner, String called, String calledDescriptor, boolean isInterface) {
                if (opcode == Opcodes.INVOKEVIRTUAL && calledOwner.equals(owner) && called.equals(name)
                        && calledDescriptor.equals(descriptor)) {
                    calls++;
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, bridgeName, bridgeDescriptor, false);
                } else {
                    super.visitMethodInsn(opcode, calledOwner, called, calledDescriptor, isInterface);
                }
            }

            @Override
            public void visitEnd() {
                replaced.accept(calls);
                super.visitEnd();
            }
        };
    }
}
