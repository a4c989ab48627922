package dev.hotpix.kernels;

import java.util.Arrays;

/**
 * A rectangle of pixels in an array. That the array holds all of it is checked once, here, so that kernels need
 * not look.
 */
public final class PixelArea {

    private final PixelLayout layout;
    private final Object samples;
    private final int offset;
    private final int stride;
    private final int width;
    private final int height;

    /**
     * @param samples a {@code byte[]} or {@code int[]}, as the layout says
     * @param offset index of the first sample, in memory order, of the upper left pixel
     * @param stride array elements from one row to the next, at least those of a row
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @throws IllegalArgumentException if the array does not hold such a rectangle
     */
    public PixelArea(PixelLayout layout, Object samples, int offset, int stride, int width, int height) {
        int length = layout.isInt() ? ((int[]) samples).length : ((byte[]) samples).length;
        long row = (long) width * layout.samplesPerPixel();
        if (width < 1 || height < 1 || offset < 0 || stride < row || offset + (height - 1L) * stride + row > length) {
            throw new IllegalArgumentException(width + " x " + height + " pixels of " + layout + " at " + offset
                    + " with stride " + stride + " in an array of " + length);
        }
        this.layout = layout;
        this.samples = samples;
        this.offset = offset;
        this.stride = stride;
        this.width = width;
        this.height = height;
    }

    /** The part of this area that begins at a pixel. */
    public PixelArea part(int x, int y, int partWidth, int partHeight) {
        if (x < 0 || y < 0 || partWidth > width - x || partHeight > height - y) {
            throw new IllegalArgumentException("not a part of " + width + " x " + height);
        }
        return new PixelArea(
                layout, samples, rowOffset(y) + x * layout.samplesPerPixel(), stride, partWidth, partHeight);
    }

    /** How the pixels lie. */
    public PixelLayout layout() {
        return layout;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** Index of the first sample of a row. */
    int rowOffset(int y) {
        return offset + y * stride;
    }

    int stride() {
        return stride;
    }

    int[] ints() {
        return (int[]) samples;
    }

    byte[] bytes() {
        return (byte[]) samples;
    }

    /** Copies the samples of another area of the same layout and size. */
    public void copyFrom(PixelArea other) {
        int row = width * layout.samplesPerPixel();
        for (int y = 0; y < height; y++) {
            System.arraycopy(other.samples, other.rowOffset(y), samples, rowOffset(y), row);
        }
    }

    /** The first row that has other samples in an area of the same layout and size, or -1. */
    public int firstDifferentRow(PixelArea other) {
        int row = width * layout.samplesPerPixel();
        for (int y = 0; y < height; y++) {
            int a = rowOffset(y);
            int b = other.rowOffset(y);
            if (!(layout.isInt() ? Arrays.equals(ints(), a, a + row, other.ints(), b, b + row)
                    : Arrays.equals(bytes(), a, a + row, other.bytes(), b, b + row))) {
                return y;
            }
        }
        return -1;
    }

    /** Whether all pixels of an area of {@link PixelLayout#INT_ARGB} have an alpha of 255. */
    public boolean isOpaque() {
        for (int y = 0; y < height; y++) {
            int common = 0xff000000;
            int end = rowOffset(y) + width;
            for (int i = rowOffset(y); i < end; i++) {
                common &= ints()[i];
            }
            if (common != 0xff000000) {
                return false;
            }
        }
        return true;
    }

    /** Whether no colour of an area of {@link PixelLayout#INT_ARGB} is more than its pixel's alpha. */
    public boolean isPremultiplied() {
        for (int y = 0; y < height; y++) {
            int end = rowOffset(y) + width;
            for (int i = rowOffset(y); i < end; i++) {
                int pixel = ints()[i];
                int alpha = pixel >>> 24;
                if ((alpha - (pixel >> 16 & 255) | alpha - (pixel >> 8 & 255) | alpha - (pixel & 255)) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Bytes that its samples take. */
    public long byteSize() {
        return (long) width * height * layout.samplesPerPixel() * (layout.isInt() ? Integer.BYTES : 1);
    }

    /** Whether another area of the same array and layout begins at the same pixel. */
    public boolean beginsWith(PixelArea other) {
        return sharesArrayWith(other) && layout == other.layout && offset == other.offset && stride == other.stride;
    }

    /** Whether two areas are in the same array. */
    public boolean sharesArrayWith(PixelArea other) {
        return samples == other.samples;
    }
}
