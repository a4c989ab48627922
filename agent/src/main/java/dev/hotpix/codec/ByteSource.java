package dev.hotpix.codec;

import java.io.IOException;

/** Where a {@link JpegDecoder} takes the datastream from, piece by piece. */
@FunctionalInterface
public interface ByteSource {

    /**
     * Reads the next bytes of the datastream.
     *
     * @return how many bytes were written, 1 to {@code length}; zero or less at the end of the
     *     stream. Fewer than {@code length} means "do not read ahead": the decoder works through what
     *     it has before it asks again.
     * @throws IOException passed on to the decoder's caller as it is, and so is every unchecked
     *     exception
     */
    int read(byte[] buffer, int offset, int length) throws IOException;

    /**
     * Asked before bytes are read of which the decoder has no need, but which the JDK's own reader does not read: it
     * has its stream skip them. They are the rest of a segment that is longer than the pieces read so far.
     *
     * @param count how many there are, at least 1
     * @return whether they may be read like any others; if not, the decode ends as
     *     {@link CodecException.Kind#UNSUPPORTED}
     */
    default boolean readsUnwanted(long count) {
        return true;
    }
}
