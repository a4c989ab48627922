package dev.hotpix.codec;

import java.io.IOException;

/** One image as the codec decodes it, with everything a test may want to know. */
final class Decoded {

    static final long MEMORY_LIMIT = 1L << 30;

    final FrameHeader header;
    final byte[] pixels;
    final long consumed;
    final byte[] tables;

    private Decoded(FrameHeader header, byte[] pixels, long consumed, byte[] tables) {
        this.header = header;
        this.pixels = pixels;
        this.consumed = consumed;
        this.tables = tables;
    }

    /** Decodes with libjpeg's guess at the file's colours, to BGR or gray. */
    static Decoded decode(byte[] jpeg) throws IOException, CodecException {
        return decode(source(jpeg), null, null, true);
    }

    /** Decodes with the colours given (null: guess), rows packed without gaps. */
    static Decoded decode(ByteSource source, ColorSpace file, ColorSpace output, boolean fancy)
            throws IOException, CodecException {
        try (JpegDecoder decoder = new JpegDecoder(source, MEMORY_LIMIT)) {
            FrameHeader header = decoder.readHeader();
            ColorSpace from = file != null ? file : header.colorSpace();
            ColorSpace to = output != null ? output : defaultOutput(from);
            if ((long) header.width() * header.height() > 40_000_000) {
                throw new CodecException(CodecException.Kind.UNSUPPORTED, "too large for a test");
            }
            decoder.start(from, to, fancy ? Upsampling.FANCY : Upsampling.REPLICATED);
            int rowBytes = decoder.rowBytes();
            byte[] pixels = new byte[rowBytes * header.height()];
            decoder.readInto(pixels, 0, rowBytes);
            long consumed = decoder.finish();
            return new Decoded(header, pixels, consumed, decoder.tablesAfterHeader());
        }
    }

    static ColorSpace defaultOutput(ColorSpace file) {
        switch (file) {
            case RGB:
            case YCBCR:
                return ColorSpace.BGR;
            case YCCK:
                return ColorSpace.CMYK;
            default:
                return file;
        }
    }

    static ByteSource source(byte[] jpeg) {
        return source(jpeg, Integer.MAX_VALUE);
    }

    /** A source that never gives more than {@code atMost} bytes at once. */
    static ByteSource source(byte[] jpeg, int atMost) {
        int[] position = new int[1];
        return (buffer, offset, length) -> {
            int n = Math.min(Math.min(length, atMost), jpeg.length - position[0]);
            if (n <= 0) {
                return -1;
            }
            System.arraycopy(jpeg, position[0], buffer, offset, n);
            position[0] += n;
            return n;
        };
    }
}
