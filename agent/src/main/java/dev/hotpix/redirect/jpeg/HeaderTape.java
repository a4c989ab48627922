package dev.hotpix.redirect.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The bytes that stock's native decoder takes from a stream of the application's own class while it reads a
 * header. Such a stream could tell if we sought back to read them once more.
 */
final class HeaderTape {

    /** More than any header with a colour profile takes. */
    private static final int MOST_BYTES = 4 << 20;

    private static final ThreadLocal<HeaderTape> CURRENT = new ThreadLocal<>();

    private final Object reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    private boolean tooLong;

    private HeaderTape(Object reader) {
        this.reader = reader;
    }

    /** Starts to record what a reader takes on this thread; what another one was taking is given up. */
    static void start(Object reader) {
        CURRENT.set(new HeaderTape(reader));
    }

    /** Gives up what is recorded on this thread. */
    static void discard() {
        if (CURRENT.get() != null) {
            CURRENT.remove();
        }
    }

    /**
     * Some bytes were read, or skipped: segments in which no decoder is interested.
     *
     * @param buffer null if they were skipped
     */
    static void passed(Object reader, byte[] buffer, int offset, long count) {
        HeaderTape tape = of(reader, count);
        if (tape != null) {
            byte[] from = buffer == null ? new byte[(int) count] : buffer;
            tape.bytes.write(from, offset, (int) Math.min(count, from.length - offset));
        }
    }

    private static HeaderTape of(Object reader, long more) {
        HeaderTape tape = CURRENT.get();
        if (tape == null || tape.reader != reader || more <= 0 || tape.tooLong) {
            return null;
        }
        tape.tooLong = tape.bytes.size() + more > MOST_BYTES;
        return tape.tooLong ? null : tape;
    }

    /**
     * Ends the recording.
     *
     * @param length of the header
     * @return the last {@code length} bytes; null if they were not recorded
     */
    static byte[] take(Object reader, long length) {
        HeaderTape tape = CURRENT.get();
        discard();
        if (tape == null || tape.reader != reader || tape.tooLong || length > tape.bytes.size()) {
            return null;
        }
        byte[] all = tape.bytes.toByteArray();
        return Arrays.copyOfRange(all, (int) (all.length - length), all.length);
    }
}
