package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.ByteSource;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The application's stream as the codec's input. First come the bytes that stock has read already for the
 * header, and no byte more; from there on the same pieces that stock would read, so that whatever lies below
 * the stream is drained just as far.
 */
final class StreamSource implements ByteSource {

    private final ImageInputStream stream;
    private long alreadyRead;
    private Throwable failure;

    /**
     * @param alreadyRead bytes from the stream's position on that stock has read
     */
    StreamSource(ImageInputStream stream, long alreadyRead) {
        this.stream = stream;
        this.alreadyRead = alreadyRead;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int wanted = alreadyRead > 0 ? (int) Math.min(length, alreadyRead) : length;
        try {
            int count = stream.read(buffer, offset, wanted);
            if (count > wanted) {
                // A stream that lies about its count: nothing after this can be trusted, stock has its own way.
                return -1;
            }
            alreadyRead -= Math.max(count, 0);
            return count;
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        }
    }

    /** Whether an exception came out of the application's stream, where stock would have let it through. */
    boolean threw(Throwable thrown) {
        return failure != null && failure == thrown;
    }
}
