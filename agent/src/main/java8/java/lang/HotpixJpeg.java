package java.lang;

import java.io.InputStream;
import java.lang.invoke.MethodHandle;

/**
 * What the woven JPEG decoders of the JDK call: a bridge like {@link HotpixImageIo}. {@link #read} and
 * {@link #toolkitRead} throw what the application's own stream or listener threw.
 */
public abstract class HotpixJpeg {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixJpeg sink;

    /**
     * The stock decoder, {@code JPEGImageReader.readImage}, with every argument of a type outside
     * {@code java.base} widened to {@code Object} or {@code Object[]}. Set before anything is woven and never unset.
     */
    public static volatile MethodHandle stockReadImage;

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

    protected HotpixJpeg() {
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
        HotpixJpeg agent = sink;
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
        HotpixJpeg agent = sink;
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
        HotpixJpeg agent = sink;
        if (agent == null || !agent.toolkitRead(decoder, in)) {
            stockReadToolkitImage.invokeExact(decoder, in, buffer);
        }
    }

    /** A JDK reader's {@code readInternal} begins: it reads a header, and then calls {@link #readImage}. */
    public static void readBegins(Object reader) {
        HotpixJpeg agent = sink;
        if (agent != null) {
            agent.readBegun(reader);
        }
    }

    /** A JDK reader's native decoder was given {@code count} bytes of its stream, or none at its end. */
    public static void inputRead(Object reader, byte[] buffer, int offset, int count) {
        HotpixJpeg agent = sink;
        if (agent != null) {
            agent.inputPassed(reader, buffer, offset, count);
        }
    }

    /** A JDK reader's native decoder has skipped bytes of its stream. */
    public static void inputSkipped(Object reader, long count) {
        HotpixJpeg agent = sink;
        if (agent != null) {
            agent.inputPassed(reader, null, 0, count);
        }
    }

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
}
