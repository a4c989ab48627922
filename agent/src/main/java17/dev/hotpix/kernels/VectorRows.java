package dev.hotpix.kernels;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Rows of an image as ints, unpacked with the Vector API where that is faster; each row once. */
final class VectorRows {

    private static final VectorSpecies<Byte> BYTES = VectorWidth.BYTES;
    private static final int PIXELS = VectorWidth.INTS.length();

    /** JDK 17 moves bytes about more slowly than plain Java does. */
    private static final boolean UNPACKS = Runtime.version().feature() > 18 && VectorWidth.BITS >= 256;
    private static final VectorShuffle<Byte> SPREAD =
            VectorShuffle.fromOp(BYTES, i -> Math.min(i / 4 * 3 + i % 4, BYTES.length() - 1));

    private static final VectorShuffle<Byte> SQUEEZE =
            VectorShuffle.fromOp(BYTES, i -> i < 3 * PIXELS ? i / 3 * 4 + i % 3 : BYTES.length() - 1);

    private static final VectorShuffle<Byte> SQUEEZE_LONGS =
            VectorShuffle.fromOp(BYTES, i -> i < 3 * PIXELS / 2 ? i / 3 * 8 + i % 3 : BYTES.length() - 1);

    private final PixelArea area;
    private final int[] pixels;

    VectorRows(PixelArea area) {
        this.area = area;
        // Two vectors more, so that kernels may load beyond the last pixel.
        this.pixels = new int[area.width() + 2 * PIXELS + 1];
    }

    /**
     * The pixels of a row, copied: kernels jump about in it, and a near cache is worth it. The high byte of each is
     * undefined.
     */
    int[] row(int y) {
        if (area.layout().isInt()) {
            System.arraycopy(area.ints(), area.rowOffset(y), pixels, 0, area.width());
        } else {
            unpack(area.bytes(), area.rowOffset(y), pixels, area.width());
        }
        return pixels;
    }

    static void unpack(byte[] in, int offset, int[] out, int count) {
        int done = 0;
        if (UNPACKS) {
            // A load takes more bytes than it uses.
            int bound = Math.min(count, (in.length - offset - BYTES.length()) / 3);
            for (; done + PIXELS <= bound; done += PIXELS) {
                ByteVector.fromArray(BYTES, in, offset + 3 * done).rearrange(SPREAD).reinterpretAsInts()
                        .intoArray(out, done);
            }
        }
        if (done < count) {
            PackedPixels.fromBgr(in, offset + 3 * done, out, done, count - done, 0);
        }
    }

    /** Writes pixels as BGR, of an array with room for whole vectors. */
    static void pack(int[] in, byte[] out, int offset, int count) {
        int done = 0;
        if (UNPACKS) {
            // A store writes more bytes than it has to, which the next puts right: not at the end of the row.
            for (; 3 * (count - done) >= BYTES.length(); done += PIXELS) {
                IntVector.fromArray(VectorWidth.INTS, in, done).reinterpretAsBytes().rearrange(SQUEEZE)
                        .intoArray(out, offset + 3 * done);
            }
        }
        PackedPixels.toBgr(in, done, out, offset + 3 * done, count - done);
    }

    /** The same of pixels in the low 24 bits of longs. */
    static void pack(long[] in, byte[] out, int offset, int count) {
        int done = 0;
        if (UNPACKS) {
            for (; 3 * (count - done) >= BYTES.length(); done += PIXELS / 2) {
                LongVector.fromArray(VectorWidth.LONGS, in, done).reinterpretAsBytes().rearrange(SQUEEZE_LONGS)
                        .intoArray(out, offset + 3 * done);
            }
        }
        PackedPixels.toBgr(in, done, out, offset + 3 * done, count - done);
    }
}
