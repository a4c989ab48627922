package java.lang;

import java.lang.invoke.MethodHandle;

/**
 * The one class that woven code may call: defined into {@code java.base}, so that every module and every
 * class loader sees it. Each entry point asks the {@link #sink} of the agent; without one the woven code
 * behaves like the code that was there before.
 *
 * <p>The agent's side of it is a subclass in the agent's own loader. Its methods must not throw, except
 * {@link #read}, which throws what the application's own stream threw.
 */
public abstract class HotpixBridge {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixBridge sink;

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
    public static void exitDecode(long token, Object result, Throwable thrown) {
        HotpixBridge agent = sink;
        if (agent != null && token != 0) {
            agent.decodeLeft(token, result, thrown);
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
     * @param image the {@code RenderedImage} or {@code IIOImage} that was to be written
     * @param written false if no writer was found
     */
    public static void exitEncode(long token, Object image, boolean written, Throwable thrown) {
        HotpixBridge agent = sink;
        if (agent != null && token != 0) {
            agent.encodeLeft(token, image, written, thrown);
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

    /** See {@link #enterDecode}. */
    protected abstract long decodeEntered(Object reader);

    /** See {@link #exitDecode}. */
    protected abstract void decodeLeft(long token, Object result, Throwable thrown);

    /** See {@link #enterEncode}. */
    protected abstract long encodeEntered(Object writer);

    /** See {@link #exitEncode}. */
    protected abstract void encodeLeft(long token, Object image, boolean written, Throwable thrown);

    /** See {@link #pluginConstructed}. */
    protected abstract void pluginSeen(Class<?> plugin);

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
