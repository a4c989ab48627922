package dev.hotpix.instrument.toolkit;

import net.bytebuddy.asm.Advice;

/** Inlined into {@code InputStreamImageSource.doFetch}, which loads an image from its file format. */
final class FetchAdvice {

    private FetchAdvice() {
    }

    @Advice.OnMethodEnter
    static long enter(@Advice.This Object source) {
        return HotpixToolkit.enterFetch(source);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Object source, @Advice.Enter long token, @Advice.Thrown Throwable thrown) {
        HotpixToolkit.exitFetch(token, source, thrown);
    }
}
