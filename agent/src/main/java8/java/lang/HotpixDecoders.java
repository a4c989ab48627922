package java.lang;

/**
 * What woven methods of image libraries outside the JDK call. See {@link HotpixImageIo} for what a bridge is.
 */
public abstract class HotpixDecoders {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixDecoders sink;

    protected HotpixDecoders() {
    }

    /**
     * A call of a method that reads, writes or scales an image begins.
     *
     * @param method the number that the method was woven with
     * @param input what it reads, or null
     * @return what {@link #exit} needs; 0 if nothing is to be recorded
     */
    public static long enter(int method, Object input) {
        HotpixDecoders agent = sink;
        return agent == null ? 0 : agent.entered(method, input);
    }

    /**
     * The call that {@link #enter} saw ends. Whatever the method has not is null or 0.
     *
     * @param result what it returns; a primitive value is boxed
     * @param image the object that tells the width, or both width and height
     * @param other the object that tells the height, if that is not {@code image}
     * @param output what it wrote
     * @param name the name of the file or of the format
     * @param first the first of two numbers that tell the size
     * @param second the second of them
     */
    public static void exit(
            long token, int method, Object result, Object image, Object other, Object output, Object name, int first,
            int second, Throwable thrown) {
        HotpixDecoders agent = sink;
        if (agent != null) {
            agent.left(token, method, result, image, other, output, name, first, second, thrown);
        }
    }

    /** See {@link #enter}. */
    protected abstract long entered(int method, Object input);

    /** See {@link #exit}. */
    protected abstract void left(
            long token, int method, Object result, Object image, Object other, Object output, Object name, int first,
            int second, Throwable thrown);
}
