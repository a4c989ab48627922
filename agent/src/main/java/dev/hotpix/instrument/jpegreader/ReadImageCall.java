package dev.hotpix.instrument.jpegreader;

import java.util.function.IntConsumer;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Replaces the call of the native {@code readImage} in {@code JPEGImageReader.readInternal} by a call of the
 * bridge that passes the same arguments and the {@code ImageReadParam} of the read, and tells the bridge when
 * the method begins.
 *
 * <p>Byte Buddy's {@code MemberSubstitution} cannot pass the enclosing method's argument along to a method of
 * other parameter types without annotations in the bridge; this is one instruction more.
 */
final class ReadImageCall implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {

    static final String METHOD = "readImage";

    /** What JDK 11 to 26 call; on anything else nothing is replaced. */
    static final String DESCRIPTOR = "(IJ[BI[I[IIIIIII"
            + "[Ljavax/imageio/plugins/jpeg/JPEGQTable;"
            + "[Ljavax/imageio/plugins/jpeg/JPEGHuffmanTable;"
            + "[Ljavax/imageio/plugins/jpeg/JPEGHuffmanTable;IIZ)Z";

    static final String ENCLOSING_METHOD = "readInternal";
    static final String ENCLOSING_DESCRIPTOR = "(ILjavax/imageio/ImageReadParam;Z)Ljava/awt/image/Raster;";

    /** Local variable of the {@code ImageReadParam} in an instance method whose first parameter is an int. */
    private static final int PARAM = 2;

    private static final String BEGINS = "readBegins";
    private static final String BRIDGE = "java/lang/HotpixJpeg";
    private static final String BRIDGE_DESCRIPTOR = "(Ljava/lang/Object;IJ[BI[I[IIIIIII"
            + "[Ljava/lang/Object;[Ljava/lang/Object;[Ljava/lang/Object;IIZLjava/lang/Object;)Z";

    private final IntConsumer replaced;

    /** @param replaced receives the number of calls replaced in the method */
    ReadImageCall(IntConsumer replaced) {
        this.replaced = replaced;
    }

    @Override
    public MethodVisitor wrap(
            TypeDescription type, MethodDescription method, MethodVisitor visitor, Implementation.Context context,
            TypePool pool, int writerFlags, int readerFlags) {
        return new MethodVisitor(OpenedClassReader.ASM_API, visitor) {

            private int calls;

            @Override
            public void visitCode() {
                super.visitCode();
                super.visitVarInsn(Opcodes.ALOAD, 0);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, BEGINS, "(Ljava/lang/Object;)V", false);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                if (opcode != Opcodes.INVOKESTATIC && owner.equals(type.getInternalName())
                        && name.equals(METHOD) && descriptor.equals(DESCRIPTOR)) {
                    calls++;
                    super.visitVarInsn(Opcodes.ALOAD, PARAM);
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, METHOD, BRIDGE_DESCRIPTOR, false);
                } else {
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                }
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                super.visitMaxs(stack + 1, locals);
            }

            @Override
            public void visitEnd() {
                replaced.accept(calls);
                super.visitEnd();
            }
        };
    }
}
