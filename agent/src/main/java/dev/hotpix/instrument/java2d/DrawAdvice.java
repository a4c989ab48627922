package dev.hotpix.instrument.java2d;

import java.awt.geom.AffineTransform;
import net.bytebuddy.asm.Advice;

/**
 * Inlined into the two methods of {@code DrawImage} that every draw with scaling ends in. An image under
 * {@value #SMALL} pixels to an area under {@value #SMALL} is drawing rather than resizing, and may be drawn a million
 * times a second: it is told from the arguments alone, here.
 */
final class DrawAdvice {

    static final int SMALL = 32;

    /** {@code AffineTransformOp.TYPE_NEAREST_NEIGHBOR}, the only one that {@code renderImageScale} does. */
    static final int NEAREST_NEIGHBOR = 1;

    private DrawAdvice() {
    }

    /** {@code renderImageScale(graphics, image, background, interpolation, source, destination)}. */
    static final class Scale {

        private Scale() {
        }

        @Advice.OnMethodEnter
        static long enter(
                @Advice.Argument(0) Object graphics, @Advice.Argument(3) int interpolation,
                @Advice.Argument(4) int sx1, @Advice.Argument(5) int sy1, @Advice.Argument(6) int sx2,
                @Advice.Argument(7) int sy2, @Advice.Argument(8) double dx1, @Advice.Argument(9) double dy1,
                @Advice.Argument(10) double dx2, @Advice.Argument(11) double dy2) {
            if (interpolation != NEAREST_NEIGHBOR
                    || sx2 - sx1 < SMALL && sy2 - sy1 < SMALL && dx2 - dx1 < SMALL && dy2 - dy1 < SMALL) {
                return 0;
            }
            return HotpixJava2d.enterScale(graphics, sx2 - sx1, sy2 - sy1, dx1, dy1, dx2, dy2);
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class)
        static void exit(
                @Advice.Enter long token, @Advice.Return boolean drawn, @Advice.Thrown Throwable thrown) {
            if (token != 0) {
                HotpixJava2d.exitScale(token, drawn, thrown);
            }
        }
    }

    /** {@code renderImageXform(graphics, image, transform, interpolation, source, background)}. */
    static final class Transform {

        private Transform() {
        }

        @Advice.OnMethodEnter
        static long enter(
                @Advice.Argument(0) Object graphics, @Advice.Argument(2) AffineTransform transform,
                @Advice.Argument(4) int sx1, @Advice.Argument(5) int sy1, @Advice.Argument(6) int sx2,
                @Advice.Argument(7) int sy2) {
            double m00 = transform.getScaleX();
            double m10 = transform.getShearY();
            double m01 = transform.getShearX();
            double m11 = transform.getScaleY();
            if (sx2 - sx1 < SMALL && sy2 - sy1 < SMALL
                    && Math.abs(m00) * (sx2 - sx1) + Math.abs(m01) * (sy2 - sy1) < SMALL
                    && Math.abs(m10) * (sx2 - sx1) + Math.abs(m11) * (sy2 - sy1) < SMALL) {
                return 0;
            }
            return HotpixJava2d.enterTransform(graphics, sx2 - sx1, sy2 - sy1, m00, m10, m01, m11,
                    transform.getTranslateX(), transform.getTranslateY());
        }

        @Advice.OnMethodExit(onThrowable = Throwable.class, backupArguments = false)
        static void exit(@Advice.Enter long token, @Advice.Thrown Throwable thrown) {
            if (token != 0) {
                HotpixJava2d.exitScale(token, true, thrown);
            }
        }
    }
}
