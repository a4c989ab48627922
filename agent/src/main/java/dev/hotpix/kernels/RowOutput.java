package dev.hotpix.kernels;

/**
 * Where a kernel puts the pixels of a destination row: an array of their own, indexed from 0. Written straight
 * into a destination at an offset, the compiler could not rule out that it overlaps the input, and would make no
 * vector code.
 */
final class RowOutput {

    private final PixelArea area;
    private final int from;
    private final int count;
    private final int[] pixels;

    /**
     * @param from the first pixel of each row that is written
     * @param count pixels of each row that are written
     */
    RowOutput(PixelArea area, int from, int count) {
        this(area, from, count, count);
    }

    /** With room for more pixels than are written, for kernels that compute some at a time. */
    RowOutput(PixelArea area, int from, int count, int capacity) {
        this.area = area;
        this.from = from;
        this.count = count;
        this.pixels = new int[capacity];
    }

    /** The array for the pixels of a row. */
    int[] pixels() {
        return pixels;
    }

    /** Packs pixels to BGR bytes. */
    interface Packer {
        void pack(int[] in, byte[] out, int offset, int count);
    }

    /** Packs pixels in the low 24 bits of longs to BGR bytes. */
    interface LongPacker {
        void pack(long[] in, byte[] out, int offset, int count);
    }

    /** Writes the pixels into a row of the destination. */
    void write(int y) {
        write(y, (in, out, offset, n) -> PackedPixels.toBgr(in, 0, out, offset, n));
    }

    /** The same with another way to pack them. */
    void write(int y, Packer packer) {
        if (area.layout().isInt()) {
            System.arraycopy(pixels, 0, area.ints(), area.rowOffset(y) + from, count);
        } else {
            packer.pack(pixels, area.bytes(), area.rowOffset(y) + 3 * from, count);
        }
    }

    /** Writes a row of pixels that are in the low 24 bits of longs. */
    void write(int y, long[] in, LongPacker packer) {
        if (area.layout().isInt()) {
            PackedPixels.toInts(in, area.ints(), area.rowOffset(y) + from, count, alpha());
        } else {
            packer.pack(in, area.bytes(), area.rowOffset(y) + 3 * from, count);
        }
    }

    /** What stock leaves in the high byte of an opaque pixel, in place. */
    int alpha() {
        return area.layout() == PixelLayout.INT_ARGB ? 0xff000000 : 0;
    }
}
