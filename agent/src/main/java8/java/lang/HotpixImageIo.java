package java.lang;

/**
 * What woven methods of {@code javax.imageio} call. One of the bridges from woven code to the agent: classes defined
 * into {@code java.base}, so that every module and every class loader sees them. Each entry point asks the
 * {@link #sink} of the agent; without one the woven code behaves like the code that was there before.
 *
 * <p>The agent's side of a bridge is a subclass in the agent's own loader, whose methods must not throw.
 */
public abstract class HotpixImageIo {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixImageIo sink;

    protected HotpixImageIo() {
    }

    /**
     * A call that reads an image begins.
     *
     * @param reader the {@code ImageReader}, or null in a static method
     * @return what {@link #exitDecode} needs; 0 if nothing is to be recorded
     */
    public static long enterDecode(Object reader) {
        HotpixImageIo agent = sink;
        return agent == null ? 0 : agent.decodeEntered(reader);
    }

    /** The call that {@link #enterDecode} saw ends with a result or an exception. */
    public static void exitDecode(long token, Object reader, Object result, Throwable thrown) {
        HotpixImageIo agent = sink;
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
        HotpixImageIo agent = sink;
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
        HotpixImageIo agent = sink;
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
        HotpixImageIo agent = sink;
        if (agent != null) {
            agent.readSeen(reader, imageIndex, param, result);
        }
    }

    /** An {@code ImageReader} or {@code ImageWriter} was constructed. */
    public static void pluginConstructed(Object plugin) {
        HotpixImageIo agent = sink;
        if (agent != null) {
            agent.pluginSeen(plugin.getClass());
        }
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

    /** See {@link #imageRead}. */
    protected abstract void readSeen(Object reader, int imageIndex, Object param, Object result);
}
