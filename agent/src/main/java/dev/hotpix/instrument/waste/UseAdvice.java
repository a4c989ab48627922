package dev.hotpix.instrument.waste;

import java.awt.geom.AffineTransform;
import net.bytebuddy.asm.Advice;

/**
 * Inlined where an image is used: tells the bridge the image, what it is drawn to, and how many pixels are drawn for
 * each of its own. No advice waits for the call to return: an image that nobody follows costs a few nanoseconds.
 */
final class UseAdvice {

    private UseAdvice() {
    }

    /** {@code DrawImage.renderImageCopy(graphics, image, …)}: every draw without scaling. */
    static final class Copy {

        private Copy() {
        }

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) Object graphics, @Advice.Argument(1) Object image) {
            HotpixJava2d.imageUsed(image, graphics, 1);
        }
    }

    /** {@code DrawImage.renderImageScale(graphics, image, background, interpolation, source, destination)}. */
    static final class Scale {

        /** {@code AffineTransformOp.TYPE_NEAREST_NEIGHBOR}: others are passed on to {@code renderImageXform}. */
        static final int NEAREST_NEIGHBOR = 1;

        private Scale() {
        }

        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(0) Object graphics, @Advice.Argument(1) Object image,
                @Advice.Argument(3) int interpolation, @Advice.Argument(4) int sx1, @Advice.Argument(5) int sy1,
                @Advice.Argument(6) int sx2, @Advice.Argument(7) int sy2, @Advice.Argument(8) double dx1,
                @Advice.Argument(9) double dy1, @Advice.Argument(10) double dx2, @Advice.Argument(11) double dy2) {
            if (interpolation == NEAREST_NEIGHBOR) {
                HotpixJava2d.imageUsed(image, graphics,
                        (dx2 - dx1) / (sx2 - sx1) * ((dy2 - dy1) / (sy2 - sy1)));
            }
        }
    }

    /** {@code DrawImage.renderImageXform(graphics, image, transform, …)}. */
    static final class Transform {

        private Transform() {
        }

        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(0) Object graphics, @Advice.Argument(1) Object image,
                @Advice.Argument(2) AffineTransform transform) {
            HotpixJava2d.imageUsed(image, graphics, Math.abs(transform.getDeterminant()));
        }
    }

    /** {@code AffineTransformOp.filter(BufferedImage, BufferedImage)}. */
    static final class Affine {

        private Affine() {
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) Object image, @Advice.Return Object result,
                @Advice.FieldValue("xform") AffineTransform transform) {
            // The methods of a subclass would be the application's code.
            HotpixJava2d.imageUsed(image, result,
                    transform.getClass() == AffineTransform.class ? Math.abs(transform.getDeterminant()) : 1);
        }
    }

    /** {@code filter(BufferedImage, BufferedImage)} of an operator that keeps the size. */
    static final class Filter {

        private Filter() {
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Object image, @Advice.Return Object result) {
            HotpixJava2d.imageUsed(image, result, 1);
        }
    }

    /** {@code Image.getScaledInstance(width, height, hints)}. */
    static final class ScaledInstance {

        private ScaledInstance() {
        }

        @Advice.OnMethodEnter
        static void enter(
                @Advice.This Object image, @Advice.Argument(0) int width, @Advice.Argument(1) int height) {
            HotpixJava2d.imageScaled(image, width, height);
        }
    }

    /** {@code BufferedImage.getSubimage}, whose result shares the pixels. */
    static final class Part {

        private Part() {
        }

        @Advice.OnMethodExit
        static void exit(@Advice.This Object image, @Advice.Return Object part) {
            HotpixJava2d.imageUsed(image, part, 1);
        }
    }

    /** Methods of {@code BufferedImage} that give the application the samples of a rectangle. */
    static final class Samples {

        private Samples() {
        }

        @Advice.OnMethodEnter
        static void enter(@Advice.This Object image) {
            HotpixJava2d.imageUsed(image, null, 1);
        }
    }
}
