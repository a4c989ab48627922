package dev.hotpix.instrument.toolkit;

import net.bytebuddy.asm.Advice;

/** Inlined into the constructors of what will produce pixels later. */
final class PromiseAdvice {

    private PromiseAdvice() {
    }

    @Advice.OnMethodExit
    static void exit(@Advice.This Object source) {
        HotpixToolkit.imagePromised(source);
    }
}
