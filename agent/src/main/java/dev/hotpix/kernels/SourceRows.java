package dev.hotpix.kernels;

/**
 * Rows of BGR bytes that may be read eight bytes at a time: rows at the very end of the array are copied, since
 * such a read would go beyond it. Allocates nothing once it is made: a kernel that works in place must not fail
 * half way.
 */
final class SourceRows {

    private static final int READ = 8;

    private final PixelArea area;
    private final int rowBytes;
    private final byte[] firstCopy;
    private final byte[] secondCopy;
    private byte[] first;
    private byte[] second;
    private int firstOffset;
    private int secondOffset;

    SourceRows(PixelArea area) {
        this.area = area;
        this.rowBytes = area.width() * area.layout().samplesPerPixel();
        // Kernels for ints make one too, and never use it.
        boolean copies = !area.layout().isInt() && !isReadable(area.rowOffset(area.height() - 1));
        firstCopy = copies ? new byte[rowBytes + READ] : null;
        secondCopy = copies ? new byte[rowBytes + READ] : null;
    }

    /** Chooses two rows, which may be the same. */
    void select(int row0, int row1) {
        first = area.bytes();
        firstOffset = area.rowOffset(row0);
        if (!isReadable(firstOffset)) {
            first = copy(firstOffset, firstCopy);
            firstOffset = 0;
        }
        if (row1 == row0) {
            second = first;
            secondOffset = firstOffset;
            return;
        }
        second = area.bytes();
        secondOffset = area.rowOffset(row1);
        if (!isReadable(secondOffset)) {
            second = copy(secondOffset, secondCopy);
            secondOffset = 0;
        }
    }

    /** Whether eight bytes may be read from the last pixel but one. */
    private boolean isReadable(int offset) {
        return offset + (long) rowBytes + READ <= area.bytes().length;
    }

    private byte[] copy(int offset, byte[] copy) {
        System.arraycopy(area.bytes(), offset, copy, 0, rowBytes);
        return copy;
    }

    byte[] first() {
        return first;
    }

    int firstOffset() {
        return firstOffset;
    }

    byte[] second() {
        return second;
    }

    int secondOffset() {
        return secondOffset;
    }
}
