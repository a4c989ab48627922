package dev.hotpix.instrument.jpegreader;

import net.bytebuddy.asm.Advice;

/** Inlined into {@code JPEGImageReader.skipInputBytes}: tells the bridge how many bytes were skipped. */
final class InputSkipAdvice {

    private InputSkipAdvice() {
    }

    @Advice.OnMethodExit
    static void exit(@Advice.This Object reader, @Advice.Return long count) {
        HotpixJpeg.inputSkipped(reader, count);
    }
}
