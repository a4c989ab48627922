package dev.hotpix.kernels;

/**
 * Where a kernel puts the pixels of a destination row as ints: straight into the destination if that has ints,
 * else into a row which is then packed.
 */
final class RowOutput {

    private final PixelArea area;
    private final int from;
    private final int count;
    private final int[] ints;
    private int row;

    /**
     * @param from the first pixel of each row that is written
     * @param count pixels of each row that are written
     */
    RowOutput(PixelArea area, int from, int count) {
        this.area = area;
        this.from = from;
        this.count = count;
        this.ints = area.layout().isInt() ? area.ints() : new int[count];
    }

    /** The array for the pixels. */
    int[] ints() {
        return ints;
    }

    /** Begins a row: returns the index of its first pixel in {@link #ints()}. */
    int begin(int y) {
        row = y;
        return area.layout().isInt() ? area.rowOffset(y) + from : 0;
    }

    /** All pixels of the row are there. */
    void end() {
        if (!area.layout().isInt()) {
            PackedPixels.toBgr(ints, 0, area.bytes(), area.rowOffset(row) + 3 * from, count);
        }
    }

    /** What stock leaves in the high byte of an opaque pixel, in place. */
    int alpha() {
        return area.layout() == PixelLayout.INT_ARGB ? 0xff000000 : 0;
    }
}
