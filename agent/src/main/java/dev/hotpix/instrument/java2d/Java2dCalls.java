package dev.hotpix.instrument.java2d;

import dev.hotpix.instrument.PixelCount;
import dev.hotpix.measure.Api;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import java.awt.geom.AffineTransform;

/** Measures draws with scaling, affine transforms and colour conversions. */
public final class Java2dCalls {

    /** Edges that are closer than this to where they were, in pixels, have not moved. */
    private static final double SAME = 1e-3;

    private final OperationTracker resizes;
    private final OperationTracker conversions;

    /** Measures with these trackers. */
    public Java2dCalls(OperationTrackers trackers) {
        this.resizes = trackers.of(Operation.RESIZE);
        this.conversions = trackers.of(Operation.CONVERT);
    }

    /** See {@code HotpixJava2d.enterScale}. */
    public long scaleEntered(
            Object graphics, int width, int height, double x1, double y1, double x2, double y2) {
        if (isSame(x2 - x1, width) && isSame(y2 - y1, height)) {
            return OperationTracker.NONE;
        }
        return begin(ClipBounds.visible(graphics, x1, y1, x2, y2));
    }

    private static boolean isSame(double length, double before) {
        return Math.abs(length - before) < SAME;
    }

    private long begin(long pixels) {
        if (pixels <= 0) {
            // All of it is clipped away.
            return OperationTracker.NONE;
        }
        long token = resizes.enter(Api.JAVA2D);
        if (token != OperationTracker.NONE) {
            resizes.pixels(pixels);
        }
        return token;
    }

    /** See {@code HotpixJava2d.exitScale}. */
    public void scaleLeft(long token, boolean drawn, Throwable thrown) {
        if (!drawn && thrown == null) {
            resizes.discard(token);
        } else {
            resizes.exit(token, outcome(thrown));
        }
    }

    private static Outcome outcome(Throwable thrown) {
        return thrown == null ? Outcome.OK : Outcome.ERROR;
    }

    /** See {@code HotpixJava2d.enterTransform}. */
    public long transformEntered(
            Object graphics, int width, int height, double m00, double m10, double m01, double m11, double m02,
            double m12) {
        double across = length(m00, m10) * width;
        double down = length(m01, m11) * height;
        if (isSame(across, width) && isSame(down, height)) {
            return OperationTracker.NONE;
        }
        double left = m02 + Math.min(0, m00 * width) + Math.min(0, m01 * height);
        double top = m12 + Math.min(0, m10 * width) + Math.min(0, m11 * height);
        long visible = ClipBounds.visible(graphics, left, top,
                left + Math.abs(m00 * width) + Math.abs(m01 * height),
                top + Math.abs(m10 * width) + Math.abs(m11 * height));
        // Rotated, it does not fill its bounds.
        double area = Math.abs(m00 * m11 - m01 * m10) * width * height;
        return begin(Math.min(visible, Math.round(area)));
    }

    private static double length(double x, double y) {
        return y == 0 ? Math.abs(x) : x == 0 ? Math.abs(y) : Math.sqrt(x * x + y * y);
    }

    /** See {@code HotpixJava2d.enterAffine}. */
    public long affineEntered(Object transform) {
        return scales(transform) ? resizes.enter(Api.JAVA2D) : OperationTracker.NONE;
    }

    /** A rotation or a move alone is no resize. */
    private static boolean scales(Object transform) {
        if (transform == null || transform.getClass() != AffineTransform.class) {
            // The methods of a subclass are the application's code.
            return true;
        }
        AffineTransform matrix = (AffineTransform) transform;
        double across = length(matrix.getScaleX(), matrix.getShearY());
        double down = length(matrix.getShearX(), matrix.getScaleY());
        return !isSame(across, 1) || !isSame(down, 1);
    }

    /** See {@code HotpixJava2d.exitAffine}. */
    public void affineLeft(long token, Object result, Throwable thrown) {
        resizes.pixels(PixelCount.of(result));
        resizes.exit(token, outcome(thrown));
    }

    /** See {@code HotpixJava2d.enterConvert}. */
    public long convertEntered() {
        return conversions.enter(Api.JAVA2D);
    }

    /** See {@code HotpixJava2d.exitConvert}. */
    public void convertLeft(long token, Object result, Throwable thrown) {
        conversions.pixels(PixelCount.of(result));
        conversions.exit(token, outcome(thrown));
    }
}
