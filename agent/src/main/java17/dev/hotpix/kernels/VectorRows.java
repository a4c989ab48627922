package dev.hotpix.kernels;

import jdk.incubator.vector.ByteVector;
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

    private final PixelArea area;
    private final int[] unpacked;

    VectorRows(PixelArea area) {
        this.area = area;
        this.unpacked = area.layout().isInt() ? area.ints() : new int[area.width() + PIXELS];
    }

    /** The array that holds the row's pixels at {@link #offset}; the high byte of each is undefined. */
    int[] row(int y) {
        if (!area.layout().isInt()) {
            unpack(area.bytes(), area.rowOffset(y), unpacked, area.width());
        }
        return unpacked;
    }

    int offset(int y) {
        return area.layout().isInt() ? area.rowOffset(y) : 0;
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
}
