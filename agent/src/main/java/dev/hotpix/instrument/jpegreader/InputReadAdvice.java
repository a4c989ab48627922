package dev.hotpix.instrument.jpegreader;

import net.bytebuddy.asm.Advice;

/** Inlined into {@code JPEGImageReader.readInputData}: tells the bridge which bytes the native decoder gets. */
final class InputReadAdvice {

    private InputReadAdvice() {
    }

    @Advice.OnMethodExit
    static void exit(
            @Advice.This Object reader, @Advice.Argument(0) byte[] buffer, @Advice.Argument(1) int offset,
            @Advice.Return int count) {
        HotpixJpeg.inputRead(reader, buffer, offset, count);
    }
}
