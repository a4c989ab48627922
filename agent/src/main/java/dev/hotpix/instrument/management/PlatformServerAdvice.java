package dev.hotpix.instrument.management;

import net.bytebuddy.asm.Advice;

/** Inlined where the platform MBean server is returned: shows it to the bridge. */
final class PlatformServerAdvice {

    private PlatformServerAdvice() {
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Return Object server) {
        HotpixManagement.platformServerAsked(server);
    }
}
