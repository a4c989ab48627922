package dev.hotpix.instrument.java2d;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Inlined into {@code ColorConvertOp.ICCBIFilter}, which is skipped if the image has been converted. */
final class GrayAdvice {

    private GrayAdvice() {
    }

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static Object enter(
            @Advice.This Object op, @Advice.Argument(0) Object source, @Advice.Argument(2) Object destination) {
        return HotpixJava2d.convertImage(op, source, destination);
    }

    @Advice.OnMethodExit(backupArguments = false)
    static void exit(
            @Advice.Enter Object converted,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object result) {
        if (converted != null) {
            result = converted;
        }
    }
}
