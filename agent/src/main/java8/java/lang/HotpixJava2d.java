package java.lang;

import java.lang.invoke.MethodHandle;

/**
 * What woven drawing and filtering of images calls: a bridge like {@link HotpixImageIo}. {@link #pixelsSent} throws what
 * the application's own consumer threw.
 */
public abstract class HotpixJava2d {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixJava2d sink;

    /** The stock loop, {@code TransformHelper.Transform}, with types widened likewise. */
    public static volatile MethodHandle stockTransform;

    /** The stock loop, {@code Blit.Blit}, with types widened likewise. */
    public static volatile MethodHandle stockBlit;

    protected HotpixJava2d() {
    }

    /**
     * An image is drawn, filtered, cut, or its samples are asked for.
     *
     * @param target the image that receives it, or the {@code SunGraphics2D} that draws to such a one, or null
     * @param scale the pixels drawn for each pixel of the image
     */
    public static void imageUsed(Object image, Object target, double scale) {
        HotpixJava2d agent = sink;
        if (agent != null) {
            agent.useSeen(image, target, scale);
        }
    }

    /** {@code image.getScaledInstance(width, height, …)} was called. */
    public static void imageScaled(Object image, int width, int height) {
        HotpixJava2d agent = sink;
        if (agent != null) {
            agent.scalingSeen(image, width, height);
        }
    }

    /**
     * An image is about to be drawn with nearest-neighbour scaling. Not called for what is surely drawing rather than
     * resizing: an image under 32 x 32 pixels to an area under 32 x 32.
     *
     * @param graphics the {@code SunGraphics2D}
     * @param width pixels of the source, as {@code height}
     * @param x1 left edge of the destination in device pixels, as {@code y1}, {@code x2}, {@code y2}
     * @return what {@link #exitScale} needs; 0 if nothing is to be recorded
     */
    public static long enterScale(
            Object graphics, int width, int height, double x1, double y1, double x2, double y2) {
        HotpixJava2d agent = sink;
        return agent == null ? 0 : agent.scaleEntered(graphics, width, height, x1, y1, x2, y2);
    }

    /** The drawing ends. {@code drawn} is false if it was not done this way: then another is tried. */
    public static void exitScale(long token, boolean drawn, Throwable thrown) {
        HotpixJava2d agent = sink;
        if (agent != null && token != 0) {
            agent.scaleLeft(token, drawn, thrown);
        }
    }

    /**
     * An image is about to be drawn through an affine transform; sizes as in {@link #enterScale}.
     *
     * @param m00 the matrix from source to device pixels, as the other {@code m}
     * @return what {@link #exitScale} needs; 0 if nothing is to be recorded
     */
    public static long enterTransform(
            Object graphics, int width, int height, double m00, double m10, double m01, double m11, double m02,
            double m12) {
        HotpixJava2d agent = sink;
        return agent == null ? 0 : agent.transformEntered(graphics, width, height, m00, m10, m01, m11, m02, m12);
    }

    /**
     * An {@code AffineTransformOp} begins.
     *
     * @param transform its {@code AffineTransform}
     * @return what {@link #exitAffine} needs; 0 if nothing is to be recorded
     */
    public static long enterAffine(Object transform) {
        HotpixJava2d agent = sink;
        return agent == null ? 0 : agent.affineEntered(transform);
    }

    /** An {@code AffineTransformOp} ends. */
    public static void exitAffine(long token, Object result, Throwable thrown) {
        HotpixJava2d agent = sink;
        if (agent != null && token != 0) {
            agent.affineLeft(token, result, thrown);
        }
    }

    /**
     * A {@code ColorConvertOp} begins.
     *
     * @return what {@link #exitConvert} needs; 0 if nothing is to be recorded
     */
    public static long enterConvert() {
        HotpixJava2d agent = sink;
        return agent == null ? 0 : agent.convertEntered();
    }

    /** A {@code ColorConvertOp} ends. */
    public static void exitConvert(long token, Object result, Throwable thrown) {
        HotpixJava2d agent = sink;
        if (agent != null && token != 0) {
            agent.convertLeft(token, result, thrown);
        }
    }

    /**
     * Takes the place of {@code TransformHelper.Transform} in {@code DrawImage.renderImageXform}: same arguments,
     * preceded by the helper.
     */
    public static void transformImage(
            Object helper, Object output, Object source, Object destination, Object composite, Object clip,
            Object inverse, int interpolation, int sx1, int sy1, int sx2, int sy2, int dx1, int dy1, int dx2, int dy2,
            int[] edges, int dx, int dy) throws Throwable {
        HotpixJava2d agent = sink;
        if (agent != null && agent.imageTransformed(helper, output, source, destination, composite, clip, inverse,
                interpolation, sx1, sy1, sx2, sy2, dx1, dy1, dx2, dy2, edges)) {
            return;
        }
        stockTransform.invokeExact(helper, output, source, destination, composite, clip, inverse, interpolation,
                sx1, sy1, sx2, sy2, dx1, dy1, dx2, dy2, edges, dx, dy);
    }

    /**
     * Takes the place of {@code Blit.Blit} in {@code DrawImage.blitSurfaceData}: same arguments, preceded by the
     * loop.
     */
    public static void copyImage(
            Object loop, Object source, Object destination, Object composite, Object clip, int sx, int sy, int dx,
            int dy, int width, int height) throws Throwable {
        HotpixJava2d agent = sink;
        if (agent != null && agent.imageCopied(
                loop, source, destination, composite, clip, sx, sy, dx, dy, width, height)) {
            return;
        }
        stockBlit.invokeExact(loop, source, destination, composite, clip, sx, sy, dx, dy, width, height);
    }

    /**
     * An {@code OffScreenImageSource} is about to send its pixels. Throws what its consumer throws.
     *
     * @return whether they have been sent
     */
    public static boolean sendPixels(Object producer) {
        HotpixJava2d agent = sink;
        return agent != null && agent.pixelsSent(producer);
    }

    /**
     * {@code ImagingLib.filter} is about to filter an image natively.
     *
     * @param destination null if one is to be made
     * @return whether it has been filtered, to this destination
     */
    public static boolean filterImage(Object op, Object source, Object destination) {
        HotpixJava2d agent = sink;
        return agent != null && agent.imageFiltered(op, source, destination);
    }

    /**
     * A {@code ColorConvertOp} is about to convert an image between colour profiles.
     *
     * @param destination null if one is to be made
     * @return what it has been converted to, or null if it has not
     */
    public static Object convertImage(Object op, Object source, Object destination) {
        HotpixJava2d agent = sink;
        return agent == null ? null : agent.imageConverted(op, source, destination);
    }

    /** See {@link #imageUsed}. */
    protected abstract void useSeen(Object image, Object target, double scale);

    /** See {@link #imageScaled}. */
    protected abstract void scalingSeen(Object image, int width, int height);

    /** See {@link #enterScale}. */
    protected abstract long scaleEntered(
            Object graphics, int width, int height, double x1, double y1, double x2, double y2);

    /** See {@link #exitScale}. */
    protected abstract void scaleLeft(long token, boolean drawn, Throwable thrown);

    /** See {@link #enterTransform}. */
    protected abstract long transformEntered(
            Object graphics, int width, int height, double m00, double m10, double m01, double m11, double m02,
            double m12);

    /** See {@link #enterAffine}. */
    protected abstract long affineEntered(Object transform);

    /** See {@link #exitAffine}. */
    protected abstract void affineLeft(long token, Object result, Throwable thrown);

    /** See {@link #enterConvert}. */
    protected abstract long convertEntered();

    /** See {@link #exitConvert}. */
    protected abstract void convertLeft(long token, Object result, Throwable thrown);

    /** See {@link #transformImage}; false if stock is to do it, then everything is as it was. */
    protected abstract boolean imageTransformed(
            Object helper, Object output, Object source, Object destination, Object composite, Object clip,
            Object inverse, int interpolation, int sx1, int sy1, int sx2, int sy2, int dx1, int dy1, int dx2, int dy2, int[] edges);

    /** See {@link #copyImage}; false if stock is to do it, then everything is as it was. */
    protected abstract boolean imageCopied(
            Object loop, Object source, Object destination, Object composite, Object clip, int sx, int sy, int dx,
            int dy, int width, int height);

    /** See {@link #sendPixels}. */
    protected abstract boolean pixelsSent(Object producer);

    /** See {@link #filterImage}; false if stock is to do it, then everything is as it was. */
    protected abstract boolean imageFiltered(Object op, Object source, Object destination);

    /** See {@link #convertImage}; null if stock is to do it, then everything is as it was. */
    protected abstract Object imageConverted(Object op, Object source, Object destination);
}
