package java.lang;

import java.io.InputStream;
import java.lang.invoke.MethodHandle;

/**
 * The one class that woven code may call: defined into {@code java.base}, so that every module and every
 * class loader sees it. Each entry point asks the {@link #sink} of the agent; without one the woven code
 * behaves like the code that was there before.
 *
 * <p>The agent's side of it is a subclass in the agent's own loader. Its methods must not throw, except
 * {@link #read} and {@link #pixelsSent}, which throw what the application's own stream or consumer threw.
 */
public abstract class HotpixBridge {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixBridge sink;

    /**
     * The stock decoder, {@code JPEGImageReader.readImage}, with every argument of a type outside
     * {@code java.base} widened to {@code Object} or {@code Object[]}. Set before anything is woven and never unset.
     */
    public static volatile MethodHandle stockReadImage;

    /** The stock loop, {@code TransformHelper.Transform}, with types widened likewise. */
    public static volatile MethodHandle stockTransform;

    /** The stock loop, {@code Blit.Blit}, with types widened likewise. */
    public static volatile MethodHandle stockBlit;

    /** The image is left to stock. */
    protected static final int STOCK = 0;
    /** The image has been decoded. */
    protected static final int DECODED = 1;
    /** The image has been decoded as far as a listener let it. */
    protected static final int ABORTED = 2;

    /**
     * {@code java.awt.color.ColorSpace.fromRGB}, with the colour space widened to {@code Object}. Set before
     * anything is woven and never unset.
     */
    public static volatile MethodHandle stockFromRgb;

    /**
     * The stock decoder of Toolkit images, {@code JPEGImageDecoder.readImage}, with the decoder widened to
     * {@code Object}. Set before anything is woven and never unset.
     */
    public static volatile MethodHandle stockReadToolkitImage;

    protected HotpixBridge() {
    }

    /**
     * A call that reads an image begins.
     *
     * @param reader the {@code ImageReader}, or null in a static method
     * @return what {@link #exitDecode} needs; 0 if nothing is to be recorded
     */
    public static long enterDecode(Object reader) {
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.decodeEntered(reader);
    }

    /** The call that {@link #enterDecode} saw ends with a result or an exception. */
    public static void exitDecode(long token, Object reader, Object result, Throwable thrown) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.decodeLeft(token, reader, result, thrown);
        }
    }

    /**
     * A call that writes an image begins.
     *
     * @param writer the {@code ImageWriter}, or null in a static method
     * @return what {@link #exitEncode} needs; 0 if nothing is to be recorded
     */
    public static long enterEncode(Object writer) {
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.encodeEntered(writer);
    }

    /**
     * The call that {@link #enterEncode} saw ends.
     *
     * @param writer as in {@link #enterEncode}
     * @param image the {@code RenderedImage} or {@code IIOImage} that was to be written
     * @param written false if no writer was found
     */
    public static void exitEncode(long token, Object writer, Object image, boolean written, Throwable thrown) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.encodeLeft(token, writer, image, written, thrown);
        }
    }

    /**
     * {@code ImageReader.read(int, ImageReadParam)} has returned {@code result}.
     *
     * @param param an {@code ImageReadParam} or null
     */
    public static void imageRead(Object reader, int imageIndex, Object param, Object result) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.readSeen(reader, imageIndex, param, result);
        }
    }

    /**
     * An image is drawn, filtered, cut, or its samples are asked for.
     *
     * @param target the image that receives it, or the {@code SunGraphics2D} that draws to such a one, or null
     * @param scale the pixels drawn for each pixel of the image
     */
    public static void imageUsed(Object image, Object target, double scale) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.useSeen(image, target, scale);
        }
    }

    /** {@code image.getScaledInstance(width, height, …)} was called. */
    public static void imageScaled(Object image, int width, int height) {
        HotpixBridge agent = sink;
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
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.scaleEntered(graphics, width, height, x1, y1, x2, y2);
    }

    /** The drawing ends. {@code drawn} is false if it was not done this way: then another is tried. */
    public static void exitScale(long token, boolean drawn, Throwable thrown) {
        HotpixBridge agent = sink;
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
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.transformEntered(graphics, width, height, m00, m10, m01, m11, m02, m12);
    }

    /**
     * An {@code AffineTransformOp} begins.
     *
     * @param transform its {@code AffineTransform}
     * @return what {@link #exitAffine} needs; 0 if nothing is to be recorded
     */
    public static long enterAffine(Object transform) {
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.affineEntered(transform);
    }

    /** An {@code AffineTransformOp} ends. */
    public static void exitAffine(long token, Object result, Throwable thrown) {
        HotpixBridge agent = sink;
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
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.convertEntered();
    }

    /** A {@code ColorConvertOp} ends. */
    public static void exitConvert(long token, Object result, Throwable thrown) {
        HotpixBridge agent = sink;
        if (agent != null && token != 0) {
            agent.convertLeft(token, result, thrown);
        }
    }

    /**
     * Something was constructed whose pixels will be produced later: the source of a {@code Toolkit} image, or a
     * scaling {@code ImageFilter}.
     */
    public static void imagePromised(Object source) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.promiseMade(source);
        }
    }

    /** The source of a {@code Toolkit} image is about to be loaded, on a thread of the JDK; 0 as above. */
    public static long enterFetch(Object source) {
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.fetchEntered(source);
    }

    /** The source is loaded, or has failed. */
    public static void exitFetch(long token, Object source, Throwable thrown) {
        HotpixBridge agent = sink;
        if (agent != null && token != 0) {
            agent.fetchLeft(token, source, thrown);
        }
    }

    /** An {@code ImageDecoder} was constructed for the source that is being loaded. */
    public static void decoderFound(Object decoder) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.fetchDecoder(decoder);
        }
    }

    /** An {@code ImageDecoder} knows the size of its image. */
    public static void decoderSized(Object decoder, int width, int height) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.fetchSize(decoder, width, height);
        }
    }

    /** An {@code ImageDecoder} has a status for its consumers, as in {@code ImageConsumer.imageComplete}. */
    public static void decoderComplete(Object decoder, int status) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.fetchComplete(decoder, status);
        }
    }

    /** A consumer gets a filter of its own, a copy of the scaling filter that was constructed. */
    public static void filterCopied(Object filter, Object copy) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.scalingCopied(filter, copy);
        }
    }

    /** The production of a scaled image begins: it may be done when this call ends or only have been ordered. */
    public static long enterProduction(Object filter) {
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.productionEntered(filter);
    }

    /** See {@link #enterProduction}. */
    public static void exitProduction(long token, Throwable thrown) {
        HotpixBridge agent = sink;
        if (agent != null && token != 0) {
            agent.productionLeft(token, thrown);
        }
    }

    /** A scaling filter gets pixels; 0 if it need not tell when it has dealt with them. */
    public static long enterFilter(Object filter) {
        HotpixBridge agent = sink;
        return agent == null ? 0 : agent.filterEntered(filter);
    }

    /** See {@link #enterFilter}. */
    public static void exitFilter(long token, Object filter) {
        HotpixBridge agent = sink;
        if (agent != null && token != 0) {
            agent.filterLeft(token, filter);
        }
    }

    /** A scaling filter has got all pixels of an image, or will get no more; as {@code imageComplete}. */
    public static void filterComplete(Object filter, int status) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.filterCompleted(filter, status);
        }
    }

    /** An {@code ImageReader} or {@code ImageWriter} was constructed. */
    public static void pluginConstructed(Object plugin) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.pluginSeen(plugin.getClass());
        }
    }

    /**
     * Something was done to a {@code MeterRegistry} of the application's Micrometer.
     *
     * @param event one of the constants of {@link HotpixMeters}
     */
    public static void meterRegistryEvent(Object registry, int event) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.meterRegistrySeen(registry, event);
        }
    }

    /**
     * Takes the place of {@code JPEGImageReader.readImage} in {@code readInternal}: same arguments, preceded
     * by the {@code ImageReadParam} of the call.
     *
     * @return whether the read was aborted, as stock
     */
    public static boolean readImage(
            Object reader, int imageIndex, long structPointer, byte[] buffer, int rasterBands, int[] sourceBands,
            int[] bandSizes, int sourceX, int sourceY, int sourceWidth, int sourceHeight, int periodX, int periodY,
            Object[] quantisationTables, Object[] dcTables, Object[] acTables, int minPass, int maxPass,
            boolean wantUpdates, Object param) throws Throwable {
        HotpixBridge agent = sink;
        int verdict = agent == null ? STOCK : agent.read(reader, param, imageIndex, structPointer, buffer,
                rasterBands, sourceBands, bandSizes, sourceX, sourceY, sourceWidth, sourceHeight, periodX, periodY,
                quantisationTables, dcTables, acTables, minPass, maxPass, wantUpdates);
        if (verdict != STOCK) {
            return verdict == ABORTED;
        }
        try {
            return (boolean) stockReadImage.invokeExact(reader, imageIndex, structPointer, buffer, rasterBands,
                    sourceBands, bandSizes, sourceX, sourceY, sourceWidth, sourceHeight, periodX, periodY,
                    quantisationTables, dcTables, acTables, minPass, maxPass, wantUpdates);
        } finally {
            if (agent != null) {
                agent.stockLeft(reader);
            }
        }
    }

    /**
     * Takes the place of {@code ColorSpace.fromRGB} where a JDK reader asks whether a profile can be used, and
     * drops the result.
     *
     * @throws Throwable what stock throws: the profile cannot be used
     */
    public static float[] checkProfile(Object colorSpace, float[] rgb) throws Throwable {
        HotpixBridge agent = sink;
        if (agent != null && agent.isUsableProfile(colorSpace)) {
            return rgb;
        }
        float[] converted = (float[]) stockFromRgb.invokeExact(colorSpace, rgb);
        if (agent != null) {
            agent.profileUsed(colorSpace);
        }
        return converted;
    }

    /** Takes the place of {@code JPEGImageDecoder.readImage} in {@code produceImage}: same arguments. */
    public static void readToolkitImage(Object decoder, InputStream in, byte[] buffer) throws Throwable {
        HotpixBridge agent = sink;
        if (agent == null || !agent.toolkitRead(decoder, in)) {
            stockReadToolkitImage.invokeExact(decoder, in, buffer);
        }
    }

    /** A JDK reader's {@code readInternal} begins: it reads a header, and then calls {@link #readImage}. */
    public static void readBegins(Object reader) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.readBegun(reader);
        }
    }

    /** A JDK reader's native decoder was given {@code count} bytes of its stream, or none at its end. */
    public static void inputRead(Object reader, byte[] buffer, int offset, int count) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.inputPassed(reader, buffer, offset, count);
        }
    }

    /** A JDK reader's native decoder has skipped bytes of its stream. */
    public static void inputSkipped(Object reader, long count) {
        HotpixBridge agent = sink;
        if (agent != null) {
            agent.inputPassed(reader, null, 0, count);
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
        HotpixBridge agent = sink;
        if (agent != null && agent.imageTransformed(helper, source, destination, composite, clip, inverse,
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
        HotpixBridge agent = sink;
        if (agent != null && agent.imageCopied(
                source, destination, composite, clip, sx, sy, dx, dy, width, height)) {
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
        HotpixBridge agent = sink;
        return agent != null && agent.pixelsSent(producer);
    }

    /** See {@link #enterDecode}. */
    protected abstract long decodeEntered(Object reader);

    /** See {@link #exitDecode}. */
    protected abstract void decodeLeft(long token, Object reader, Object result, Throwable thrown);

    /** See {@link #enterEncode}. */
    protected abstract long encodeEntered(Object writer);

    /** See {@link #exitEncode}. */
    protected abstract void encodeLeft(
            long token, Object writer, Object image, boolean written, Throwable thrown);

    /** See {@link #pluginConstructed}. */
    protected abstract void pluginSeen(Class<?> plugin);

    /** See {@link #meterRegistryEvent}. */
    protected abstract void meterRegistrySeen(Object registry, int event);

    /** See {@link #imageRead}. */
    protected abstract void readSeen(Object reader, int imageIndex, Object param, Object result);

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

    /** See {@link #imagePromised}. */
    protected abstract void promiseMade(Object source);

    /** See {@link #enterFetch}. */
    protected abstract long fetchEntered(Object source);

    /** See {@link #exitFetch}. */
    protected abstract void fetchLeft(long token, Object source, Throwable thrown);

    /** See {@link #decoderFound}. */
    protected abstract void fetchDecoder(Object decoder);

    /** See {@link #decoderSized}. */
    protected abstract void fetchSize(Object decoder, int width, int height);

    /** See {@link #decoderComplete}. */
    protected abstract void fetchComplete(Object decoder, int status);

    /** See {@link #filterCopied}. */
    protected abstract void scalingCopied(Object filter, Object copy);

    /** See {@link #enterProduction}. */
    protected abstract long productionEntered(Object filter);

    /** See {@link #exitProduction}. */
    protected abstract void productionLeft(long token, Throwable thrown);

    /** See {@link #enterFilter}. */
    protected abstract long filterEntered(Object filter);

    /** See {@link #exitFilter}. */
    protected abstract void filterLeft(long token, Object filter);

    /** See {@link #filterComplete}. */
    protected abstract void filterCompleted(Object filter, int status);

    /** Whether stock has converted with an equal profile before. */
    protected abstract boolean isUsableProfile(Object colorSpace);

    /** Stock has converted with a profile. */
    protected abstract void profileUsed(Object colorSpace);

    /**
     * See {@link #readToolkitImage}.
     *
     * @return false if stock is to do it; then nothing has been seen or taken from the stream
     */
    protected abstract boolean toolkitRead(Object decoder, InputStream in) throws Throwable;

    /** See {@link #readBegins}. */
    protected abstract void readBegun(Object reader);

    /**
     * See {@link #inputRead} and {@link #inputSkipped}.
     *
     * @param buffer null if the bytes were skipped
     */
    protected abstract void inputPassed(Object reader, byte[] buffer, int offset, long count);

    /**
     * Decodes the image in stock's place; arguments as in {@link #readImage}.
     *
     * @return {@link #STOCK} if stock is to do it; then the reader, its stream and its target are as they were
     *     before, and {@link #stockLeft} is called after it; else {@link #DECODED} or {@link #ABORTED}
     */
    protected abstract int read(
            Object reader, Object param, int imageIndex, long structPointer, byte[] buffer, int rasterBands,
            int[] sourceBands, int[] bandSizes, int sourceX, int sourceY, int sourceWidth, int sourceHeight,
            int periodX, int periodY, Object[] quantisationTables, Object[] dcTables, Object[] acTables, int minPass,
            int maxPass, boolean wantUpdates) throws Throwable;

    /** Stock has decoded, or failed to. */
    protected abstract void stockLeft(Object reader);

    /** See {@link #transformImage}; false if stock is to do it, then everything is as it was. */
    protected abstract boolean imageTransformed(
            Object helper, Object source, Object destination, Object composite, Object clip, Object inverse,
            int interpolation, int sx1, int sy1, int sx2, int sy2, int dx1, int dy1, int dx2, int dy2, int[] edges);

    /** See {@link #copyImage}; false if stock is to do it, then everything is as it was. */
    protected abstract boolean imageCopied(
            Object source, Object destination, Object composite, Object clip, int sx, int sy, int dx, int dy,
            int width, int height);

    /** See {@link #sendPixels}. */
    protected abstract boolean pixelsSent(Object producer);
}
