package dev.hotpix.instrument.java2d;

import java.awt.geom.AffineTransform;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Inlined into the {@code filter} methods of {@code AffineTransformOp}. */
final class AffineAdvice {

    private AffineAdvice() {
    }

    @Advice.OnMethodEnter
    static long enter(@Advice.FieldValue("xform") AffineTransform transform) {
        return HotpixJava2d.enterAffine(transform);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, backupArguments = false)
    static void exit(
            @Advice.Enter long token, @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object result,
            @Advice.Thrown Throwable thrown) {
        HotpixJava2d.exitAffine(token, result, thrown);
    }
}
