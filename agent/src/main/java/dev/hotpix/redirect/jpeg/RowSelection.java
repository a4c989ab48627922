package dev.hotpix.redirect.jpeg;

import java.awt.Rectangle;

/**
 * What a read takes of the decoded image: the rows and columns of a region, each n-th of them, and its bands in
 * some order. Coordinates are pixels of the file's image.
 */
final class RowSelection {

    private final Rectangle region;
    private final int periodX;
    private final int periodY;
    private final int[] bands;
    private final boolean bandsInOrder;

    /**
     * @param region a part of the image
     * @param bands for each band of the result that of the image; as many as the image has
     */
    RowSelection(Rectangle region, int periodX, int periodY, int[] bands) {
        this.region = region;
        this.periodX = periodX;
        this.periodY = periodY;
        this.bands = bands;
        this.bandsInOrder = inOrder(bands);
    }

    private static boolean inOrder(int[] bands) {
        for (int band = 0; band < bands.length; band++) {
            if (bands[band] != band) {
                return false;
            }
        }
        return true;
    }

    /** Whether all columns are taken, as they are. */
    boolean takesWholeRows(int width) {
        return region.x == 0 && region.width == width && periodX == 1 && bandsInOrder;
    }

    /** Whether nothing is left out or changed. */
    boolean takesAll(int width, int height) {
        return takesWholeRows(width) && region.y == 0 && region.height == height && periodY == 1;
    }

    boolean bandsInOrder() {
        return bandsInOrder;
    }

    /** The first row after those that stock decodes for it. */
    int endRow() {
        return region.y + region.height;
    }

    /** Number of rows taken. */
    int rows() {
        return (region.height + periodY - 1) / periodY;
    }

    /** Samples of a row taken. */
    int rowBytes() {
        return (region.width + periodX - 1) / periodX * bands.length;
    }

    /** The number, from 0, of the taken row that is row {@code y} of the image; -1 if that is not taken. */
    int indexOf(int y) {
        int down = y - region.y;
        return down < 0 || down >= region.height || down % periodY != 0 ? -1 : down / periodY;
    }

    /** Copies the samples that are taken of a decoded row. */
    void take(byte[] row, int rowOffset, byte[] out, int outOffset) {
        int count = bands.length;
        int from = rowOffset + region.x * count;
        if (periodX == 1 && bandsInOrder) {
            System.arraycopy(row, from, out, outOffset, region.width * count);
            return;
        }
        int step = periodX * count;
        int to = outOffset;
        for (int x = 0; x < region.width; x += periodX, from += step) {
            for (int band = 0; band < count; band++) {
                out[to++] = row[from + bands[band]];
            }
        }
    }
}
