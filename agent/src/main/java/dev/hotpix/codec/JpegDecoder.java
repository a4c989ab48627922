package dev.hotpix.codec;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Decodes one JPEG image from a {@link ByteSource}: {@link #readHeader}, {@link #start}, rows,
 * {@link #finish}, {@link #close}.
 *
 * <p>The source is read only when the decoder cannot go on without more bytes, in pieces of exactly
 * the chosen size. After such a need it gathers up to 64 KiB, because libjpeg-turbo's fast Huffman
 * path wants bytes ahead, but stops at a piece that came short or contains a marker: behind that
 * could be the end of the image, and a read past it could block for ever.
 *
 * <p>Not thread-safe; a call from a second thread is refused while one is running. Any exception
 * leaves the decoder fit only for {@link #consumed}, {@link #message} and {@link #close}.
 */
public final class JpegDecoder implements AutoCloseable {

    /** The piece size of the JDK's own reader, which applications can observe in their streams. */
    public static final int DEFAULT_PIECE_BYTES = 4096;

    private static final int GATHER_BYTES = 65536;

    private final ByteSource source;
    private final byte[] piece;
    private final AtomicBoolean busy = new AtomicBoolean();
    private long handle;
    private FrameHeader header;
    private int rowBytes;
    private int rowsRead;
    private boolean failed;

    /** A decoder that reads pieces of {@link #DEFAULT_PIECE_BYTES}. */
    public JpegDecoder(ByteSource source, long memoryLimitBytes) throws CodecException {
        this(source, DEFAULT_PIECE_BYTES, memoryLimitBytes);
    }

    /**
     * @param pieceBytes what one read asks for, 1 to 65536
     * @param memoryLimitBytes bound for the coefficients of multi-scan files, at least 1; a file that
     *     needs more ends in {@link CodecException.Kind#ERROR}
     * @throws CodecException {@code INTERNAL} if there is no native memory for a decoder
     * @throws IllegalStateException if {@link CodecLibrary#load} has not succeeded
     */
    public JpegDecoder(ByteSource source, int pieceBytes, long memoryLimitBytes) throws CodecException {
        if (pieceBytes < 1 || pieceBytes > TurboJpeg.MAX_PIECE || memoryLimitBytes < 1) {
            throw new IllegalArgumentException("piece " + pieceBytes + ", memory limit " + memoryLimitBytes);
        }
        if (!CodecLibrary.isLoaded()) {
            throw new IllegalStateException("the codec library is not loaded");
        }
        this.source = Objects.requireNonNull(source, "source");
        this.piece = new byte[pieceBytes];
        this.handle = TurboJpeg.create(memoryLimitBytes);
        if (handle == 0) {
            throw new CodecException(CodecException.Kind.INTERNAL, "no memory for a decoder");
        }
    }

    /** One call of a native function that may need more input. */
    @FunctionalInterface
    private interface Step {
        int run();
    }

    /** Reads all markers up to the first scan. */
    public FrameHeader readHeader() throws IOException, CodecException {
        enter();
        try {
            int[] info = new int[FrameHeader.INFO_SIZE];
            advance(() -> TurboJpeg.readHeader(handle, info));
            header = new FrameHeader(info);
            return header;
        } finally {
            leave();
        }
    }

    /**
     * Chooses the conversion and begins decoding; a multi-scan file is read to its end here.
     *
     * @param file the colour space to assume in the file, whatever libjpeg guessed
     * @param output the colour space of the rows
     * @param upsampling how chroma gets back to full size
     */
    public void start(ColorSpace file, ColorSpace output, Upsampling upsampling)
            throws IOException, CodecException {
        enter();
        try {
            int from = file.code();
            int to = output.code();
            int how = upsampling.code();
            advance(() -> TurboJpeg.start(handle, from, to, how));
            rowBytes = TurboJpeg.rowBytes(handle);
        } finally {
            leave();
        }
    }

    /** Bytes that one row fills; 0 before {@link #start}. */
    public int rowBytes() {
        return rowBytes;
    }

    /** Rows decoded so far, 0 to the image's height. */
    public int rowsRead() {
        return rowsRead;
    }

    /**
     * Decodes some of the next rows, row {@code i} to {@code dst[offset + i * stride]} and the
     * {@link #rowBytes} that follow. The array is pinned for at most 64 rows at a time.
     *
     * @return the number of rows, 1 to {@code maxRows}; 0 after the last row
     */
    public int readRows(byte[] dst, int offset, int stride, int maxRows) throws IOException, CodecException {
        if (maxRows < 1) {
            throw new IllegalArgumentException("rows " + maxRows);
        }
        enter();
        try {
            int left = header == null ? 0 : header.height() - rowsRead;
            int wanted = Math.min(Math.min(maxRows, TurboJpeg.MAX_ROWS), Math.max(left, 1));
            checkRoom(dst, offset, stride, wanted);
            if (rowBytes > 0 && left == 0) {
                return 0;
            }
            int rows = advance(() -> TurboJpeg.readScanlines(handle, dst, offset, stride, wanted));
            rowsRead += rows;
            return rows;
        } finally {
            leave();
        }
    }

    /** Decodes all rows that are left, the first of them to {@code dst[offset]}. */
    public void readInto(byte[] dst, int offset, int stride) throws IOException, CodecException {
        int left = header == null ? 1 : header.height() - rowsRead;
        if (left > 0) {
            checkRoom(dst, offset, stride, left);
        }
        int at = offset;
        int rows;
        while (left > 0 && (rows = readRows(dst, at, stride, left)) > 0) {
            left -= rows;
            // The last row's successor may lie beyond 2^31; nothing is read there.
            at += rows * stride;
        }
    }

    private void checkRoom(byte[] dst, int offset, int stride, int rows) {
        if (offset < 0 || stride < 0 || offset + (rows - 1L) * stride + rowBytes > dst.length) {
            throw new IndexOutOfBoundsException(rows + " rows of " + rowBytes + " bytes, stride " + stride
                + ", do not fit at " + offset + " of " + dst.length);
        }
    }

    /**
     * Reads up to and including EOI.
     *
     * @return how many bytes the image took, from SOI to EOI
     */
    public long finish() throws IOException, CodecException {
        enter();
        try {
            advance(() -> TurboJpeg.finish(handle));
            return TurboJpeg.consumed(handle);
        } finally {
            leave();
        }
    }

    /** Bytes of the datastream that the decoder has consumed so far; 0 after {@link #close}. */
    public long consumed() {
        return handle == 0 ? 0 : TurboJpeg.consumed(handle);
    }

    /**
     * The tables a later abbreviated image of the same stream may rely on: a tables-only datastream
     * (SOI, DQT, DHT, EOI) of everything known, if any table changed after the first SOS; else null.
     */
    public byte[] tablesAfterHeader() {
        return handle == 0 || failed ? null : TurboJpeg.tablesAfterHeader(handle);
    }

    /** libjpeg's text for the last failure, for people; empty without one. */
    public String message() {
        return handle == 0 ? "" : TurboJpeg.message(handle);
    }

    /** Frees the native decoder. Further calls have no effect. */
    @Override
    public void close() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the decoder is in use");
        }
        long old = handle;
        handle = 0;
        rowBytes = 0;
        TurboJpeg.destroy(old);
        leave();
    }

    private void enter() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the decoder is in use");
        }
        if (handle == 0 || failed) {
            leave();
            throw new IllegalStateException(handle == 0 ? "the decoder is closed" : "the decoder has failed");
        }
    }

    private void leave() {
        busy.set(false);
    }

    /** Runs a step to its end, with as much input as it needs; its result is never negative. */
    private int advance(Step step) throws IOException, CodecException {
        boolean done = false;
        try {
            int status = step.run();
            while (status == TurboJpeg.NEED_INPUT) {
                gather();
                status = step.run();
            }
            if (status == TurboJpeg.BAD_ARGUMENT) {
                done = true; // the native decoder is unharmed
            }
            if (status < 0) {
                throw failure(status);
            }
            done = true;
            return status;
        } finally {
            failed = !done;
        }
    }

    private void gather() throws IOException, CodecException {
        long unwanted = TurboJpeg.pendingSkip(handle);
        if (unwanted > 0 && !source.readsUnwanted(unwanted)) {
            throw new CodecException(CodecException.Kind.UNSUPPORTED, "a segment that the source does not read");
        }
        int gathered = 0;
        int got;
        int marker;
        do {
            got = source.read(piece, 0, piece.length);
            if (got <= 0) {
                throw new CodecException(CodecException.Kind.END_OF_INPUT, "the stream ends within the image");
            }
            if (got > piece.length) {
                throw new CodecException(CodecException.Kind.INTERNAL, "the source claims " + got + " bytes");
            }
            marker = TurboJpeg.feed(handle, piece, 0, got);
            if (marker < 0) {
                throw new CodecException(CodecException.Kind.ERROR, "more look-ahead than any file needs");
            }
            gathered += got;
        } while (marker == 0 && got == piece.length && gathered + got <= GATHER_BYTES);
    }

    private CodecException failure(int status) {
        switch (status) {
            case TurboJpeg.ERROR:
                return new CodecException(CodecException.Kind.ERROR, message());
            case TurboJpeg.WARNING:
                return new CodecException(CodecException.Kind.WARNING, message());
            case TurboJpeg.UNSUPPORTED:
                return new CodecException(CodecException.Kind.UNSUPPORTED, message());
            case TurboJpeg.INCOMPLETE:
                return new CodecException(CodecException.Kind.INCOMPLETE, message());
            case TurboJpeg.EXTREME:
                return new CodecException(CodecException.Kind.EXTREME, message());
            default:
                return new CodecException(CodecException.Kind.INTERNAL, "called out of order or with a bad argument");
        }
    }
}
