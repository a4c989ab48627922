package dev.hotpix.instrument.jpegwriter;

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
 * Replaces the call of the native {@code writeImage} in {@code JPEGImageWriter.writeOnThread} by a call of the bridge
 * that passes the same arguments.
 */
final class WriteImageCall implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {

    static final String METHOD = "writeImage";
    static final String ENCLOSING_METHOD = "writeOnThread";

    /** What JDK 11 to 26 call; on anything else nothing is replaced. */
    static final String DESCRIPTOR = "(J[BIII[IIIIII[Ljavax/imageio/plugins/jpeg/JPEGQTable;Z"
            + "[Ljavax/imageio/plugins/jpeg/JPEGHuffmanTable;[Ljavax/imageio/plugins/jpeg/JPEGHuffmanTable;"
            + "ZZZI[I[I[I[I[IZI)Z";

    private static final String BRIDGE = "java/lang/HotpixJpegWriter";
    private static final String BRIDGE_DESCRIPTOR = "(Ljava/lang/Object;J[BIII[IIIIII[Ljava/lang/Object;Z"
            + "[Ljava/lang/Object;[Ljava/lang/Object;ZZZI[I[I[I[I[IZI)Z";

    private final IntConsumer replaced;

    /** @param replaced receives the number of calls replaced in the method */
    WriteImageCall(IntConsumer replaced) {
        this.replaced = replaced;
    }

    @Override
    public MethodVisitor wrap(
            TypeDescription type, MethodDescription method, MethodVisitor visitor, Implementation.Context context,
            TypePool pool, int writerFlags, int readerFlags) {
        return new MethodVisitor(OpenedClassReader.ASM_API, visitor) {

            private int calls;

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                if (opcode != Opcodes.INVOKESTATIC && owner.equals(type.getInternalName())
                        && name.equals(METHOD) && descriptor.equals(DESCRIPTOR)) {
                    calls++;
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, METHOD, BRIDGE_DESCRIPTOR, false);
                } else {
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
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
