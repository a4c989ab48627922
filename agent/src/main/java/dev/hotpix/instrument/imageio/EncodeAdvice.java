package dev.hotpix.instrument.imageio;

import net.bytebuddy.asm.Advice;

/** Inlined into {@code ImageWriter.write(image)}, where the image is the only argument. */
final class EncodeAdvice {

    private EncodeAdvice() {
    }

    @Advice.OnMethodEnter
    static long enter(@Advice.This Object writer) {
        return HotpixImageIo.enterEncode(writer);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
            @Advice.Enter long token, @Advice.This Object writer, @Advice.Argument(0) Object image,
            @Advice.Thrown Throwable thrown) {
        HotpixImageIo.exitEncode(token, writer, image, true, thrown);
    }

    /** The same for {@code write(streamMetadata, image, param)}. */
    static final class WithMetadata {

        private WithMetadata() {
        }

        @Advice.OnMethodEnter
        static long enter(@Advice.This Object writer) {
            return HotpixImageIo.enterEncode(writer);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Enter long token, @Advice.This Object writer, @Advice.Argument(1) Object image,
                @Advice.Thrown Throwable thrown) {
            HotpixImageIo.exitEncode(token, writer, image, true, thrown);
        }
    }
}
