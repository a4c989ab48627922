package dev.hotpix.instrument.imageio;

import net.bytebuddy.asm.Advice;

/** Inlined into {@code read(int, ImageReadParam)} of readers: tells the bridge what was read, while its input is open. */
final class ReadAdvice {

    private ReadAdvice() {
    }

    @Advice.OnMethodExit
    static void exit(
            @Advice.This Object reader, @Advice.Argument(0) int imageIndex, @Advice.Argument(1) Object param,
            @Advice.Return Object result) {
        HotpixImageIo.imageRead(reader, imageIndex, param, result);
    }
}
