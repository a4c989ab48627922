package dev.hotpix.redirect.jpeg;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Gives stock's decoder what a stream of the application has already given the codec, exceptions included, so
 * that the application's stream is not asked twice; then goes on with that stream. Only for what stock calls
 * while it decodes: reads of its buffer, skips, and seeks.
 */
final class RepeatedStream extends ImageInputStreamImpl {

    /** No end is to be repeated, or it has been. */
    private static final long DONE = -1;
    /** The end comes after the last piece. */
    private static final long NOW = -2;

    private final ImageInputStream stream;
    private final Iterator<byte[]> pieces;
    private long until;
    private byte[] piece;
    private int pieceOffset;
    private long left;
    private final boolean ended;
    private final Throwable failure;

    private RepeatedStream(
            ImageInputStream stream, Iterator<byte[]> pieces, long left, long until, boolean ended,
            Throwable failure) {
        this.stream = stream;
        this.pieces = pieces;
        this.left = left;
        this.until = until;
        this.ended = ended;
        this.failure = failure;
    }

    /** The pieces that were read come once more, then the exception, if any. */
    static RepeatedStream ofPieces(ImageInputStream stream, List<byte[]> pieces, Throwable failure) {
        long bytes = 0;
        for (byte[] piece : pieces) {
            bytes += piece.length;
        }
        return new RepeatedStream(stream, pieces.iterator(), bytes, failure == null ? DONE : NOW, false, failure);
    }

    /**
     * The stream is read once more, to a position and at first not beyond it.
     *
     * @param ended whether the stream ended there
     * @param failure what it threw there; null if nothing
     */
    static RepeatedStream until(ImageInputStream stream, long until, boolean ended, Throwable failure) {
        return new RepeatedStream(stream, List.<byte[]>of().iterator(), 0, until, ended, failure);
    }

    /** The application's stream. */
    ImageInputStream stream() {
        return stream;
    }

    /** Leaves the application's stream where stock has left this one. */
    void finish() throws IOException {
        if (left > 0) {
            stream.seek(stream.getStreamPosition() - left);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (piece == null && pieces.hasNext()) {
            piece = pieces.next();
            pieceOffset = 0;
            if (piece.length == 0) {
                piece = null;
                return -1;
            }
        }
        if (piece != null) {
            int count = Math.min(length, piece.length - pieceOffset);
            System.arraycopy(piece, pieceOffset, buffer, offset, count);
            advance(count);
            return count;
        }
        if (until == DONE) {
            return stream.read(buffer, offset, length);
        }
        long here = until == NOW ? until : stream.getStreamPosition();
        if (here < until) {
            return stream.read(buffer, offset, (int) Math.min(length, until - here));
        }
        until = DONE;
        if (failure == null) {
            return ended ? -1 : stream.read(buffer, offset, length);
        }
        throw RepeatedStream.<RuntimeException>unchecked(failure);
    }

    private void advance(int count) {
        pieceOffset += count;
        left -= count;
        if (pieceOffset == piece.length) {
            piece = null;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) <= 0 ? -1 : one[0] & 255;
    }

    @Override
    public long skipBytes(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && left > 0) {
            if (piece == null) {
                piece = pieces.next();
                pieceOffset = 0;
            }
            int here = (int) Math.min(count - skipped, piece.length - pieceOffset);
            advance(here);
            skipped += here;
        }
        return skipped == count ? skipped : skipped + stream.skipBytes(count - skipped);
    }

    @Override
    public int skipBytes(int count) throws IOException {
        return (int) skipBytes((long) count);
    }

    @Override
    public long getStreamPosition() throws IOException {
        return stream.getStreamPosition() - left;
    }

    @Override
    public void seek(long position) throws IOException {
        // Behind this stock has done with the image: nothing is repeated any more.
        pieces.forEachRemaining(dropped -> { });
        piece = null;
        left = 0;
        until = DONE;
        stream.seek(position);
    }
}
