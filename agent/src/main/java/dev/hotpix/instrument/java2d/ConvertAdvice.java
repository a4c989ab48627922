package dev.hotpix.instrument.java2d;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Inlined into the {@code filter} methods of {@code ColorConvertOp}. */
final class ConvertAdvice {

    private ConvertAdvice() {
    }

    @Advice.OnMethodEnter
    static long enter() {
        return HotpixJava2d.enterConvert();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class, backupArguments = false)
    static void exit(
            @Advice.Enter long token, @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object result,
            @Advice.Thrown Throwable thrown) {
        HotpixJava2d.exitConvert(token, result, thrown);
    }
}
