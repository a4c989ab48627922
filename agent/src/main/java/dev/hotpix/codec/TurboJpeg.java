package dev.hotpix.codec;

/**
 * The native functions of {@code libhotpix}. {@link JpegDecoder} is the only caller; it owns the
 * handles. Semantics and units are those of {@code decoder.h}.
 */
final class TurboJpeg {

    static final int OK = 0;
    static final int NEED_INPUT = -1;
    static final int ERROR = -2;
    static final int WARNING = -3;
    static final int UNSUPPORTED = -4;
    static final int INCOMPLETE = -5;
    static final int EXTREME = -6;
    static final int BAD_ARGUMENT = -7;

    /** Largest length that {@link #feed} takes. */
    static final int MAX_PIECE = 65536;
    /** Most rows that one {@link #readScanlines} delivers, so that no array is pinned for long. */
    static final int MAX_ROWS = 64;

    private TurboJpeg() {
    }

    /** A new decoder, or 0 without memory. {@code memoryLimit} (bytes, at least 1) bounds multi-scan files. */
    static native long create(long memoryLimit);

    /** Frees a decoder; 0 is allowed. */
    static native void destroy(long handle);

    /** How many of the next bytes the JDK's reader would have its stream skip; 0 if it reads on. */
    static native long pendingSkip(long handle);

    /** Appends bytes. 1 if a marker other than RSTn is among them, 0 if not, or a status. */
    static native int feed(long handle, byte[] data, int offset, int length);

    /** Reads up to the first scan and fills {@code info} ({@link FrameHeader#INFO_SIZE} ints). A status. */
    static native int readHeader(long handle, int[] info);

    /** Begins decoding, with libjpeg's colour space codes and a code of {@link Upsampling}. A status. */
    static native int start(long handle, int jpegColorSpace, int outColorSpace, int upsampling);

    /** Bytes per row; 0 outside of {@link #start} to {@link #finish}. */
    static native int rowBytes(long handle);

    /** Decodes up to {@link #MAX_ROWS} rows into {@code dst}. The number of rows, or a status. */
    static native int readScanlines(long handle, byte[] dst, int offset, int stride, int maxRows);

    /** Consumes everything up to and including EOI. A status. */
    static native int finish(long handle);

    /** Bytes of the datastream consumed so far. */
    static native long consumed(long handle);

    /** All tables as a tables-only datastream if any changed after the first SOS, else null. */
    static native byte[] tablesAfterHeader(long handle);

    /** libjpeg's text for the last failure. */
    static native String message(long handle);

    /** The version of libjpeg-turbo that is linked in. */
    static native String version();

    /** libjpeg-turbo's own view of the CPU: its {@code JSIMD_} bits. */
    static native int simdSupport();

    /** Whether CPU and operating system offer AVX2. */
    static native boolean cpuHasAvx2();
}
