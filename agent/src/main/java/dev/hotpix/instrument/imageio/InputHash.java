package dev.hotpix.instrument.imageio;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import javax.imageio.ImageReadParam;
import javax.imageio.stream.ImageInputStream;

/**
 * Tells the input of one decode from that of others without reading all of it: by its length, its head, what was read
 * last, and, if it is long, samples in between. Takes some microseconds, and leaves the stream as it is.
 */
final class InputHash {

    /** Of an input that cannot be told from others. */
    static final long NONE = 0;

    /** Of the head, and of what was read last. */
    private static final int BLOCK = 4096;
    /** Formats without compression may have equal blocks at both ends, such as white margins. */
    private static final int SAMPLE = 512;
    /** A sample per so many bytes, so that all take a small part of the time of the decode, ... */
    private static final int BYTES_PER_SAMPLE = 1 << 18;
    /** ... and no more than this. */
    private static final int MOST_SAMPLES = 16;
    /** Too few bytes to tell anything. */
    private static final int LEAST_BYTES = 64;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final byte[] buffer = new byte[BLOCK];
    private long hash;

    private InputHash() {
    }

    /**
     * The hash of what has just been decoded, the stream standing where the decoder left it.
     *
     * @param input the reader's input
     * @param imageIndex which image of the stream it was
     * @param param what was asked of the reader; may be null
     * @return {@link #NONE} if the stream is not one that can be read again unnoticed, or if the same bytes need not
     *     mean the same pixels
     */
    static long of(Object input, int imageIndex, Object param) {
        try {
            // A class of the application's own may have overridden anything.
            boolean plain = param == null
                    || param instanceof ImageReadParam && param.getClass().getClassLoader() == null
                            && ((ImageReadParam) param).getSourceRegion() == null;
            if (!plain || !(input instanceof ImageInputStream)) {
                return NONE;
            }
            ImageInputStream stream = (ImageInputStream) input;
            long length = ReadableAgain.length(stream);
            return length == ReadableAgain.NOTHING ? NONE
                    : new InputHash().of(stream, length, imageIndex, (ImageReadParam) param);
        } catch (Throwable closedOrShortOfMemoryOrStack) {
            return NONE;
        }
    }

    private long of(ImageInputStream stream, long length, int imageIndex, ImageReadParam param) throws IOException {
        long position = stream.getStreamPosition();
        int bitOffset = stream.getBitOffset();
        long start = stream.getFlushedPosition();
        long end = Math.min(position, length);
        if (end - start < LEAST_BYTES) {
            return NONE;
        }
        add(length);
        add(imageIndex);
        add(param == null ? 1 : param.getSourceXSubsampling());
        add(param == null ? 1 : param.getSourceYSubsampling());
        try {
            addBlock(stream, start, (int) Math.min(BLOCK, end - start));
            addBlock(stream, Math.max(start, end - BLOCK), (int) Math.min(BLOCK, end - start));
            long samples = Math.min(MOST_SAMPLES, (end - start) / BYTES_PER_SAMPLE);
            for (long i = 1; i <= samples; i++) {
                addBlock(stream, start + (end - start) / (samples + 1) * i, SAMPLE);
            }
        } finally {
            stream.seek(position);
            stream.setBitOffset(bitOffset);
        }
        return hash == NONE ? 1 : hash;
    }

    private void addBlock(ImageInputStream stream, long from, int count) throws IOException {
        stream.seek(from);
        int read = 0;
        while (read < count) {
            int more = stream.read(buffer, read, count - read);
            if (more <= 0) {
                throw new IOException("shorter than before");
            }
            read += more;
        }
        while (read % Long.BYTES != 0) {
            buffer[read++] = 0;
        }
        for (int i = 0; i < read; i += Long.BYTES) {
            add((long) LONGS.get(buffer, i));
        }
    }

    private void add(long bits) {
        hash = (hash ^ bits) * MULTIPLIER;
        hash ^= hash >>> 32;
    }
}
