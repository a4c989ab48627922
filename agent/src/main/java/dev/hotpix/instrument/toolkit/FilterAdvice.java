package dev.hotpix.instrument.toolkit;

import java.awt.image.ImageFilter;
import java.awt.image.ReplicateScaleFilter;
import net.bytebuddy.asm.Advice;

/** Inlined into the image filters: which consumer gets which copy of a scaling filter, and what the copy does. */
final class FilterAdvice {

    private FilterAdvice() {
    }

    /** {@code ImageFilter.getFilterInstance}. */
    static final class Copied {

        private Copied() {
        }

        @Advice.OnMethodExit
        static void exit(@Advice.This Object filter, @Advice.Return Object copy) {
            if (copy instanceof ReplicateScaleFilter) {
                HotpixToolkit.filterCopied(filter, copy);
            }
        }
    }

    /** {@code setPixels} of the scaling filters. */
    static final class Pixels {

        private Pixels() {
        }

        @Advice.OnMethodEnter
        static long enter(@Advice.This Object filter) {
            return HotpixToolkit.enterFilter(filter);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, backupArguments = false)
        static void exit(@Advice.This Object filter, @Advice.Enter long token) {
            if (token != 0) {
                HotpixToolkit.exitFilter(token, filter);
            }
        }
    }

    /** {@code ImageFilter.imageComplete}, before the consumer is told. */
    static final class Complete {

        private Complete() {
        }

        @Advice.OnMethodEnter
        static void enter(@Advice.This Object filter, @Advice.Argument(0) int status) {
            if (filter instanceof ReplicateScaleFilter) {
                HotpixToolkit.filterComplete(filter, status);
            }
        }
    }

    /** {@code FilteredImageSource.startProduction} and {@code addConsumer}. */
    static final class Production {

        private Production() {
        }

        @Advice.OnMethodEnter
        static long enter(@Advice.FieldValue("filter") ImageFilter filter) {
            return filter instanceof ReplicateScaleFilter ? HotpixToolkit.enterProduction(filter) : 0;
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(@Advice.Enter long token, @Advice.Thrown Throwable thrown) {
            if (token != 0) {
                HotpixToolkit.exitProduction(token, thrown);
            }
        }
    }
}
