package dev.hotpix.instrument.toolkit;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.hotpix.instrument.Target;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/** The JDK's Toolkit decoder for JPEG: its one native decode call goes through the bridge. */
public final class ToolkitJpegTarget implements Target {

    private static final String METHOD = "readImage";
    private static final String DESCRIPTOR = "(Ljava/io/InputStream;[B)V";
    private static final String BRIDGE = "java/lang/HotpixJpeg";
    private static final String BRIDGE_METHOD = "readToolkitImage";
    private static final String BRIDGE_DESCRIPTOR = "(Ljava/lang/Object;Ljava/io/InputStream;[B)V";

    private volatile int replacedCalls;

    @Override
    public DynamicType.Builder<?> weave(DynamicType.Builder<?> type) {
        replacedCalls = 0;
        return type.visit(new AsmVisitorWrapper.ForDeclaredMethods().method(
                named("produceImage").and(takesNoArguments()), this::replaceCalls));
    }

    private MethodVisitor replaceCalls(
            TypeDescription type, MethodDescription method, MethodVisitor visitor, Implementation.Context context,
            TypePool pool, int writerFlags, int readerFlags) {
        return new MethodVisitor(OpenedClassReader.ASM_API, visitor) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                if (opcode != Opcodes.INVOKESTATIC && owner.equals(type.getInternalName()) && name.equals(METHOD)
                        && descriptor.equals(DESCRIPTOR)) {
                    replacedCalls++;
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, BRIDGE_METHOD, BRIDGE_DESCRIPTOR, false);
                } else {
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                }
            }
        };
    }

    /** Whether exactly one decode call was found and replaced: otherwise this JDK is not one that we know. */
    @Override
    public boolean took() {
        return replacedCalls == 1;
    }
}
