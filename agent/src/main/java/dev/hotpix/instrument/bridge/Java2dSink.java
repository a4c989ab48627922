package dev.hotpix.instrument.bridge;

import dev.hotpix.instrument.java2d.Java2dCalls;
import dev.hotpix.instrument.java2d.ResizeCalls;
import dev.hotpix.instrument.waste.ImageUses;
import dev.hotpix.redirect.resize.DrawCall;
import java.awt.geom.AffineTransform;

/** The agent's side of the bridge for drawing and filtering. */
final class Java2dSink extends HotpixJava2d {

    private final Java2dCalls java2d;
    private final ImageUses uses;
    private final ResizeCalls resizes;

    /** @param resizes null if scaling cannot be redirected in this JVM */
    Java2dSink(Java2dCalls java2d, ImageUses uses, ResizeCalls resizes) {
        this.java2d = java2d;
        this.uses = uses;
        this.resizes = resizes;
    }

    @Override
    protected void useSeen(Object image, Object target, double scale) {
        uses.used(image, target, scale);
    }

    @Override
    protected void scalingSeen(Object image, int width, int height) {
        uses.scaled(image, width, height);
    }

    @Override
    protected long scaleEntered(
            Object graphics, int width, int height, double x1, double y1, double x2, double y2) {
        return java2d.scaleEntered(graphics, width, height, x1, y1, x2, y2);
    }

    @Override
    protected void scaleLeft(long token, boolean drawn, Throwable thrown) {
        java2d.scaleLeft(token, drawn, thrown);
    }

    @Override
    protected long transformEntered(
            Object graphics, int width, int height, double m00, double m10, double m01, double m11, double m02,
            double m12) {
        return java2d.transformEntered(graphics, width, height, m00, m10, m01, m11, m02, m12);
    }

    @Override
    protected long affineEntered(Object transform) {
        return java2d.affineEntered(transform);
    }

    @Override
    protected void affineLeft(long token, Object result, Throwable thrown) {
        java2d.affineLeft(token, result, thrown);
    }

    @Override
    protected long convertEntered() {
        return java2d.convertEntered();
    }

    @Override
    protected void convertLeft(long token, Object result, Throwable thrown) {
        java2d.convertLeft(token, result, thrown);
    }

    @Override
    protected boolean imageTransformed(
            Object helper, Object output, Object source, Object destination, Object composite, Object clip,
            Object inverse, int interpolation, int sx1, int sy1, int sx2, int sy2, int dx1, int dy1, int dx2, int dy2,
            int[] edges) {
        return resizes != null && resizes.draw(new DrawCall(helper, output, source, destination, composite, clip,
                (AffineTransform) inverse, interpolation, new int[] {sx1, sy1, sx2, sy2, dx1, dy1, dx2, dy2},
                edges == null));
    }

    @Override
    protected boolean imageCopied(
            Object loop, Object source, Object destination, Object composite, Object clip, int sx, int sy, int dx,
            int dy, int width, int height) {
        return resizes != null
                && resizes.copy(loop, source, destination, composite, clip, sx, sy, dx, dy, width, height);
    }

    @Override
    protected boolean pixelsSent(Object producer) {
        return resizes != null && resizes.produce(producer);
    }

    @Override
    protected boolean imageFiltered(Object op, Object source, Object destination) {
        return resizes != null && resizes.filter(op, source, destination);
    }

    @Override
    protected Object imageConverted(Object op, Object source, Object destination) {
        return resizes == null ? null : resizes.convert(op, source, destination);
    }
}
