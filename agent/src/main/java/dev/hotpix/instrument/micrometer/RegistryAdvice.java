package dev.hotpix.instrument.micrometer;

import net.bytebuddy.asm.Advice;

/** Inlined into methods of registries: shows the bridge the registry, and what was done to it. */
final class RegistryAdvice {

    private RegistryAdvice() {
    }

    /** Methods that every registry in use is called by, now and then. */
    static final class Used {

        private Used() {
        }

        @Advice.OnMethodEnter
        static void enter(@Advice.This Object registry) {
            HotpixRegistries.meterRegistryEvent(registry, HotpixMeters.USED);
        }
    }

    /** Constructors, and methods after which a registry stands elsewhere. */
    static final class Changed {

        private Changed() {
        }

        @Advice.OnMethodExit
        static void exit(@Advice.This Object registry) {
            HotpixRegistries.meterRegistryEvent(registry, HotpixMeters.CHANGED);
        }
    }

    /** {@code clear()}. */
    static final class Cleared {

        private Cleared() {
        }

        @Advice.OnMethodExit
        static void exit(@Advice.This Object registry) {
            HotpixRegistries.meterRegistryEvent(registry, HotpixMeters.CLEARED);
        }
    }
}
