package dev.hotpix.instrument.java2d;

import java.awt.image.BufferedImage;
import net.bytebuddy.asm.Advice;

/** Inlined into {@code ImagingLib.filter}, which is skipped if the image has been filtered. */
final class FilterAdvice {

    private FilterAdvice() {
    }

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(
            @Advice.Argument(0) Object op, @Advice.Argument(1) Object source, @Advice.Argument(2) Object destination) {
        return HotpixJava2d.filterImage(op, source, destination);
    }

    @Advice.OnMethodExit(backupArguments = false)
    static void exit(
            @Advice.Enter boolean done, @Advice.Argument(2) BufferedImage destination,
            @Advice.Return(readOnly = false) BufferedImage result) {
        if (done) {
            result = destination;
        }
    }
}
