package dev.hotpix.instrument.imageio;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Inlined into every method that reads an image: tells the bridge when the call begins and how it ends. */
final class DecodeAdvice {

    private DecodeAdvice() {
    }

    @Advice.OnMethodEnter
    static long enter(@Advice.This(optional = true) Object reader) {
        return HotpixImageIo.enterDecode(reader);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter long token,
            @Advice.This(optional = true) Object reader,
            @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object result,
            @Advice.Thrown Throwable thrown) {
        HotpixImageIo.exitDecode(token, reader, result, thrown);
    }
}
