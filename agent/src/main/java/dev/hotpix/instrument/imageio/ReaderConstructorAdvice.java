package dev.hotpix.instrument.imageio;

import net.bytebuddy.asm.Advice;

/** Inlined into the constructor of {@code javax.imageio.ImageReader}: how third-party readers are found. */
final class ReaderConstructorAdvice {

    private ReaderConstructorAdvice() {
    }

    @Advice.OnMethodExit
    static void exit(@Advice.This Object reader) {
        HotpixBridge.readerConstructed(reader);
    }
}
