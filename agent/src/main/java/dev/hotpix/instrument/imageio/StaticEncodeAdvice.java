package dev.hotpix.instrument.imageio;

import net.bytebuddy.asm.Advice;

/** Inlined into the overloads of {@code ImageIO.write}, whose first argument is the image. */
final class StaticEncodeAdvice {

    private StaticEncodeAdvice() {
    }

    @Advice.OnMethodEnter
    static long enter() {
        return HotpixImageIo.enterEncode(null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter long token, @Advice.Argument(0) Object image, @Advice.Return boolean written,
            @Advice.Thrown Throwable thrown) {
        HotpixImageIo.exitEncode(token, null, image, written, thrown);
    }
}
