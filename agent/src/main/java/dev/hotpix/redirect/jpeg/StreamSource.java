package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/**
 * The application's stream as the codec's input. First come the bytes that stock has read already for the
 * header, and no byte more; from there on the same pieces that stock would read, so that whatever lies below
 * the stream is drained just as far.
 */
final class StreamSource implements ByteSource {

    /** Beyond this, a stream of the application's own class is sought back if stock has to decode after all. */
    private static final int MOST_KEPT_BYTES = 32 << 20;

    private final ImageInputStream stream;
    private final byte[] header;
    private final long headerBytes;
    private List<byte[]> pieces;
    private long headerTaken;
    private long taken;
    private boolean ended;
    private boolean cameShort;
    private Throwable failure;

    private StreamSource(ImageInputStream stream, byte[] header, long headerBytes, List<byte[]> pieces) {
        this.stream = stream;
        this.header = header;
        this.headerBytes = headerBytes;
        this.pieces = pieces;
    }

    /**
     * A stream of the JDK's, which is seen by nobody.
     *
     * @param headerBytes bytes from the stream's position on that stock has read
     */
    static StreamSource of(ImageInputStream stream, long headerBytes) {
        return new StreamSource(stream, null, headerBytes, null);
    }

    /**
     * A stream of the application's, which stands behind the header.
     *
     * @param header what stock has read of it
     */
    static StreamSource behind(ImageInputStream stream, byte[] header) {
        return new StreamSource(stream, header, header.length, new ArrayList<>());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (headerTaken < headerBytes) {
            int wanted = (int) Math.min(length, headerBytes - headerTaken);
            if (header != null) {
                System.arraycopy(header, (int) headerTaken, buffer, offset, wanted);
                headerTaken += wanted;
                return wanted;
            }
            int count = readStream(buffer, offset, wanted);
            headerTaken += Math.max(count, 0);
            return count;
        }
        int count = readStream(buffer, offset, length);
        keep(buffer, offset, count);
        taken += Math.max(count, 0);
        return count;
    }

    /**
     * Stock lets the stream skip what it does not want. Whoever is below the stream can tell that from reads, so stock
     * has to do it itself. In the header it has done it already.
     */
    @Override
    public boolean readsUnwanted(long count) {
        return headerTaken < headerBytes;
    }

    private int readStream(byte[] buffer, int offset, int wanted) throws IOException {
        try {
            int count = stream.read(buffer, offset, wanted);
            if (count > wanted) {
                // A stream that lies about its count: nothing after this can be trusted, stock has its own way.
                pieces = null;
                return -1;
            }
            ended = count <= 0;
            cameShort = count < wanted;
            return count;
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        }
    }

    private void keep(byte[] buffer, int offset, int count) {
        if (pieces == null) {
            return;
        }
        if (taken > MOST_KEPT_BYTES) {
            pieces = null;
        } else {
            pieces.add(Arrays.copyOfRange(buffer, offset, offset + Math.max(count, 0)));
        }
    }

    /** Whether an exception came out of the application's stream, where stock would have let it through. */
    boolean threw(Throwable thrown) {
        return failure != null && failure == thrown;
    }

    /**
     * What came first, once more; the stream is left as it is.
     *
     * @param start where it was in the stream
     * @param bytes of it, not more than were taken
     * @param length of the result, which may be longer
     * @return null if a stream of the application's would have to be read again
     */
    byte[] copy(long start, int bytes, int length) throws IOException {
        byte[] copy = new byte[length];
        if (header == null) {
            long position = stream.getStreamPosition();
            try {
                stream.seek(start);
                stream.readFully(copy, 0, bytes);
            } finally {
                stream.seek(position);
            }
            return copy;
        }
        if (pieces == null) {
            return null;
        }
        int at = Math.min(bytes, header.length);
        System.arraycopy(header, 0, copy, 0, at);
        for (Iterator<byte[]> rest = pieces.iterator(); at < bytes && rest.hasNext();) {
            byte[] piece = rest.next();
            int here = Math.min(bytes - at, piece.length);
            System.arraycopy(piece, 0, copy, at, here);
            at += here;
        }
        return copy;
    }

    /** Bytes taken from the stream in all, stock's included. */
    long position() {
        return headerTaken + taken;
    }

    /**
     * The stream for stock's decode in the codec's place, as it was before.
     *
     * @param headerEnd the stream's position behind the header
     * @return the stream itself, or one that gives once more what it has given
     */
    ImageInputStream again(long headerEnd) throws IOException {
        if (header != null && taken == 0 && !ended && failure == null) {
            return stream;
        }
        if (pieces != null) {
            return RepeatedStream.ofPieces(stream, pieces, failure);
        }
        stream.seek(headerEnd);
        // Behind a short piece, what lies below the stream would be asked once more for the rest.
        return cameShort || failure != null
                ? RepeatedStream.until(stream, headerEnd + taken, ended, failure) : stream;
    }
}
