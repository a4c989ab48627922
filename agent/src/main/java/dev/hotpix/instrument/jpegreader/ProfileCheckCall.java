package dev.hotpix.instrument.jpegreader;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Replaces the call of {@code ColorSpace.fromRGB} in {@code JPEGImageReader.setImageData}. The reader converts one
 * colour there to learn whether an embedded profile can be used, and drops the result; the tables that the
 * colour engine makes for it cost more than the decode of a small photo.
 */
final class ProfileCheckCall implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {

    static final String ENCLOSING_METHOD = "setImageData";

    private static final String OWNER = "java/awt/color/ColorSpace";
    private static final String METHOD = "fromRGB";
    private static final String DESCRIPTOR = "([F)[F";
    private static final String BRIDGE = "java/lang/HotpixJpeg";
    private static final String BRIDGE_METHOD = "checkProfile";
    private static final String BRIDGE_DESCRIPTOR = "(Ljava/lang/Object;[F)[F";

    @Override
    public MethodVisitor wrap(
            TypeDescription type, MethodDescription method, MethodVisitor visitor, Implementation.Context context,
            TypePool pool, int writerFlags, int readerFlags) {
        return new MethodVisitor(OpenedClassReader.ASM_API, visitor) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                if (opcode == Opcodes.INVOKEVIRTUAL && owner.equals(OWNER) && name.equals(METHOD)
                        && descriptor.equals(DESCRIPTOR)) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, BRIDGE_METHOD, BRIDGE_DESCRIPTOR, false);
                } else {
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                }
            }
        };
    }
}
