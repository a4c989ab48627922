package dev.hotpix.instrument.imageio;

import net.bytebuddy.asm.Advice;

/** Inlined into the constructors of {@code ImageReader} and {@code ImageWriter}: how third-party plug-ins are found. */
final class PluginConstructorAdvice {

    private PluginConstructorAdvice() {
    }

    @Advice.OnMethodExit
    static void exit(@Advice.This Object plugin) {
        HotpixImageIo.pluginConstructed(plugin);
    }
}
