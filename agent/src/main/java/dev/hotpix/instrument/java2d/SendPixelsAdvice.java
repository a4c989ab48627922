package dev.hotpix.instrument.java2d;

import net.bytebuddy.asm.Advice;

/** Inlined into {@code OffScreenImageSource.sendPixels}, which is skipped if the pixels have been sent. */
final class SendPixelsAdvice {

    private SendPixelsAdvice() {
    }

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.This Object producer) {
        return HotpixJava2d.sendPixels(producer);
    }
}
