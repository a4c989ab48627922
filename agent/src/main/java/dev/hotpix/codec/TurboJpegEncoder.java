package dev.hotpix.codec;

/**
 * The native functions of {@code libhotpix} that encode. {@link JpegEncoder} is the only caller; it owns the handles.
 * Semantics and units are those of {@code encoder.h}; statuses are those of {@link TurboJpeg}.
 */
final class TurboJpegEncoder {

    private TurboJpegEncoder() {
    }

    /** A new encoder, or 0 without memory. */
    static native long create();

    /** Frees an encoder; 0 is allowed. */
    static native void destroy(long handle);

    /** Begins an image with all of {@link EncodeParameters}. A status. */
    static native int start(long handle, int[] frame, int[] quantisers, byte[] huffman);

    /** Rows of pixels in a row of MCUs; 0 before {@link #start}. */
    static native int stripRows(long handle);

    /**
     * Encodes up to {@link TurboJpeg#MAX_ROWS} rows of {@code rowSamples} bytes each. The number of bytes that wait, or a
     * status.
     */
    static native int writeBytes(long handle, byte[] src, int offset, int stride, int rows, int rowSamples);

    /** The same with pixels of four bytes. */
    static native int writeInts(long handle, int[] src, int offset, int stride, int rows, int rowPixels);

    /** Does some of what is left after the last row. {@link TurboJpeg#OK} at the end, 1 if there is more, or a status. */
    static native int finish(long handle);

    /** Bytes that wait to be taken. */
    static native int pending(long handle);

    /** Moves bytes to {@code dst[0]} and following. A status. */
    static native int take(long handle, byte[] dst, int length);

    /** libjpeg's text for the last failure. */
    static native String message(long handle);
}
