package dev.hotpix.instrument.toolkit;

import net.bytebuddy.asm.Advice;

/** Inlined into {@code sun.awt.image.ImageDecoder}: what becomes known of an image while it is loaded. */
final class DecoderAdvice {

    private DecoderAdvice() {
    }

    /** The constructor. */
    static final class Found {

        private Found() {
        }

        @Advice.OnMethodExit
        static void exit(@Advice.This Object decoder) {
            HotpixToolkit.decoderFound(decoder);
        }
    }

    /** {@code setDimensions}. */
    static final class Sized {

        private Sized() {
        }

        @Advice.OnMethodEnter
        static void enter(
                @Advice.This Object decoder, @Advice.Argument(0) int width, @Advice.Argument(1) int height) {
            HotpixToolkit.decoderSized(decoder, width, height);
        }
    }

    /** {@code imageComplete}, before the consumers are told. */
    static final class Complete {

        private Complete() {
        }

        @Advice.OnMethodEnter
        static void enter(@Advice.This Object decoder, @Advice.Argument(0) int status) {
            HotpixToolkit.decoderComplete(decoder, status);
        }
    }
}
