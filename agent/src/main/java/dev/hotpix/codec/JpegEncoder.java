package dev.hotpix.codec;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Encodes one JPEG image: {@link #start}, rows, {@link #finish} until it is done, {@link #close}. Bytes can be taken at
 * any time between. The file has no markers but those that libjpeg itself needs.
 *
 * <p>Not thread-safe; a call from a second thread is refused while one is running. Any exception but
 * {@code IndexOutOfBoundsException} and {@code IllegalArgumentException} leaves the encoder fit only for {@link #close}.
 */
public final class JpegEncoder implements AutoCloseable {

    private final AtomicBoolean busy = new AtomicBoolean();
    private long handle;
    private int rowsLeft;
    private boolean failed;

    /**
     * @throws CodecException {@code INTERNAL} if there is no native memory for an encoder
     * @throws IllegalStateException if {@link CodecLibrary#load} has not succeeded
     */
    public JpegEncoder() throws CodecException {
        if (!CodecLibrary.isLoaded()) {
            throw new IllegalStateException("the codec library is not loaded");
        }
        handle = TurboJpegEncoder.create();
        if (handle == 0) {
            throw new CodecException(CodecException.Kind.INTERNAL, "no memory for an encoder");
        }
    }

    /**
     * Begins the image. Afterwards its first two bytes, SOI, can be taken.
     *
     * @throws CodecException {@code ERROR} if libjpeg does not accept these parameters
     */
    public void start(EncodeParameters parameters) throws CodecException {
        enter();
        try {
            check(TurboJpegEncoder.start(handle, parameters.frame(), parameters.quantisers(), parameters.huffman()));
            rowsLeft = parameters.height();
        } finally {
            leave();
        }
    }

    /** Rows of pixels that become bytes together, 8 to 32; 0 before {@link #start}. */
    public int stripRows() {
        return handle == 0 ? 0 : TurboJpegEncoder.stripRows(handle);
    }

    /** Rows that have not been written. */
    public int rowsLeft() {
        return rowsLeft;
    }

    /**
     * Encodes the next rows, row {@code i} from {@code src[offset + i * stride]} and the {@code rowBytes} that follow. The
     * array is pinned meanwhile.
     *
     * @param rowBytes width times bytes per pixel
     * @param rows 1 to 64, no more than are left
     * @return how many bytes of the file wait to be taken
     */
    public int writeRows(byte[] src, int offset, int stride, int rowBytes, int rows) throws CodecException {
        checkRoom(src.length, offset, stride, rowBytes, rows);
        enter();
        try {
            return written(TurboJpegEncoder.writeBytes(handle, src, offset, stride, rows, rowBytes), rows);
        } finally {
            leave();
        }
    }

    /** The same for pixels of four bytes, which offset, stride and {@code rowPixels} count. */
    public int writeRows(int[] src, int offset, int stride, int rowPixels, int rows) throws CodecException {
        checkRoom(src.length, offset, stride, rowPixels, rows);
        enter();
        try {
            return written(TurboJpegEncoder.writeInts(handle, src, offset, stride, rows, rowPixels), rows);
        } finally {
            leave();
        }
    }

    private void checkRoom(int length, int offset, int stride, int rowSamples, int rows) {
        if (rows < 1 || rows > Math.min(rowsLeft, TurboJpeg.MAX_ROWS) || rowSamples < 1) {
            throw new IllegalArgumentException(rows + " rows of " + rowSamples + ", " + rowsLeft + " are left");
        }
        if (offset < 0 || stride < 0 || offset + (rows - 1L) * stride + rowSamples > length) {
            throw new IndexOutOfBoundsException(rows + " rows of " + rowSamples + ", stride " + stride
                + ", are not at " + offset + " of " + length);
        }
    }

    private int written(int result, int rows) throws CodecException {
        check(result);
        rowsLeft -= rows;
        return result;
    }

    /**
     * After the last row: goes on for a while.
     *
     * @return whether the file is complete; if not, this is to be called again, when bytes that wait have been taken
     */
    public boolean finish() throws CodecException {
        enter();
        try {
            return check(TurboJpegEncoder.finish(handle)) == TurboJpeg.OK;
        } finally {
            leave();
        }
    }

    /** How many bytes of the file wait to be taken. */
    public int pending() {
        return handle == 0 ? 0 : TurboJpegEncoder.pending(handle);
    }

    /** Moves the next {@code length} bytes of the file to the begin of {@code dst}; so many must wait. */
    public void take(byte[] dst, int length) throws CodecException {
        if (length < 0 || length > dst.length || length > pending()) {
            throw new IndexOutOfBoundsException(length + " bytes of " + pending() + " to " + dst.length);
        }
        enter();
        try {
            check(TurboJpegEncoder.take(handle, dst, length));
        } finally {
            leave();
        }
    }

    /** Frees the native encoder. Further calls have no effect. */
    @Override
    public void close() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the encoder is in use");
        }
        long old = handle;
        handle = 0;
        rowsLeft = 0;
        TurboJpegEncoder.destroy(old);
        leave();
    }

    private void enter() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the encoder is in use");
        }
        if (handle == 0 || failed) {
            leave();
            throw new IllegalStateException(handle == 0 ? "the encoder is closed" : "the encoder has failed");
        }
    }

    private void leave() {
        busy.set(false);
    }

    private int check(int status) throws CodecException {
        if (status >= 0) {
            return status;
        }
        failed = status != TurboJpeg.BAD_ARGUMENT;
        throw status == TurboJpeg.ERROR
            ? new CodecException(CodecException.Kind.ERROR, TurboJpegEncoder.message(handle))
            : new CodecException(CodecException.Kind.INTERNAL, "called out of order or with a bad argument");
    }
}
