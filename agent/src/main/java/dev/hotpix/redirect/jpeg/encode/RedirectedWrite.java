package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegEncoder;

/**
 * One encode in stock's place: rows, calls of listeners and writes to the stream come in stock's order, and the stream
 * gets the pieces that stock would give it.
 */
final class RedirectedWrite {

    /** The size of stock's output buffer, which applications can observe in their streams. */
    private static final int PIECE = 4096;

    /** Stock tells of every row whose number is a multiple, but the first. */
    private static final int PROGRESS_ROWS = 8;

    /** Rows that are handed to the codec at once where nobody watches and nothing is written before the last. */
    private static final int MOST_ROWS = 16;

    private final WriteRequest request;
    private final WriterInternals internals;
    private final EncodePlan plan;
    private final OutputDigest digest;
    private final byte[] piece = new byte[PIECE];

    /** @param digest of all bytes that stock's encoder would write; null if nobody wants it */
    RedirectedWrite(WriteRequest request, WriterInternals internals, EncodePlan plan, OutputDigest digest) {
        this.request = request;
        this.internals = internals;
        this.plan = plan;
        this.digest = digest;
    }

    /**
     * Encodes with an encoder that has been started.
     *
     * @throws Throwable what the application's stream, image or listener threw, or a {@code CodecException}
     */
    void run(JpegEncoder encoder) throws Throwable {
        if (request.haveMetadata) {
            write(encoder, encoder.pending());
            internals.writeMetadata(request.writer);
        }
        int line = 0;
        int strip = encoder.stripRows();
        boolean aborted;
        while (!(aborted = internals.abortRequested(request.writer)) && line < request.height) {
            line += encode(encoder, line, strip);
        }
        if (line == request.height) {
            while (!encoder.finish()) {
                writePieces(encoder, encoder.pending());
            }
            writePieces(encoder, encoder.pending());
            if (encoder.pending() > 0) {
                write(encoder, encoder.pending());
            }
            aborted = internals.abortRequested(request.writer);
        }
        if (aborted) {
            request.aborted();
        }
    }

    /** The rows up to where stock might write or tell something. */
    private int encode(JpegEncoder encoder, int line, int strip) throws Throwable {
        SourceRows source = plan.rows();
        int rows = Math.min(Math.min(strip - line % strip, MOST_ROWS), request.height - line);
        boolean tells = false;
        if (internals.isWatched(request.writer)) {
            int quiet = 0;
            while (quiet < rows && !isTold(line + quiet)) {
                quiet++;
            }
            tells = quiet < rows && !source.tellsListeners();
            rows = Math.min(rows, quiet + 1);
        }
        int pending = source.encode(encoder, line, rows);
        if (tells) {
            internals.grabPixels(request.writer, (line + rows - 1) * request.periodY);
        }
        writePieces(encoder, pending);
        return rows;
    }

    private boolean isTold(int line) {
        int y = line * request.periodY;
        return y >= PROGRESS_ROWS && y % PROGRESS_ROWS == 0;
    }

    /** Stock's buffer goes out when it is full, not when more is to come. */
    private void writePieces(JpegEncoder encoder, int pending) throws Throwable {
        for (int left = pending; left >= PIECE; left -= PIECE) {
            write(encoder, PIECE);
        }
    }

    private void write(JpegEncoder encoder, int length) throws Throwable {
        try {
            encoder.take(piece, length);
        } catch (CodecException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (digest != null) {
            digest.add(piece, length);
        }
        internals.writeOutputData(request.writer, piece, length);
    }
}
