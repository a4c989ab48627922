package dev.hotpix.kernels;

/** How pixels lie in an array: the layouts of the standard {@code BufferedImage} types that kernels read and write. */
public enum PixelLayout {

    /** Three bytes: blue, green, red. */
    BGR(3, false),
    /** Four bytes: alpha, blue, green, red; colours not premultiplied. */
    ABGR(4, true),
    /** One byte of linear gray. */
    GRAY(1, false),
    /** An int of which the low 24 bits are red, green, blue; the high byte is ignored, and written as stock does. */
    INT_RGB(1, false),
    /** An int: alpha, red, green, blue; colours not premultiplied. */
    INT_ARGB(1, true);

    private final int samplesPerPixel;
    private final boolean alpha;

    PixelLayout(int samplesPerPixel, boolean alpha) {
        this.samplesPerPixel = samplesPerPixel;
        this.alpha = alpha;
    }

    /** Array elements from one pixel to the next in a row. */
    public int samplesPerPixel() {
        return samplesPerPixel;
    }

    /** Whether pixels may be translucent. */
    public boolean hasAlpha() {
        return alpha;
    }

    /** Whether the array is an {@code int[]}; otherwise it is a {@code byte[]}. */
    public boolean isInt() {
        return this == INT_RGB || this == INT_ARGB;
    }
}
