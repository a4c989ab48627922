package dev.hotpix.demo.gallery;

/**
 * What a file says of itself.
 *
 * @param format as ImageIO names it: {@code jpeg} or {@code png}
 * @param storedWidth in pixels, before it is turned upright
 * @param storedHeight in pixels, before it is turned upright
 * @param camera make and model, or null
 * @param taken when, as the camera wrote it, or null
 */
public record PhotoFacts(
        String format, int storedWidth, int storedHeight, Orientation orientation, String camera, String taken) {

    /** As seen. */
    public int width() {
        return orientation.swapsSides() ? storedHeight : storedWidth;
    }

    /** As seen. */
    public int height() {
        return orientation.swapsSides() ? storedWidth : storedHeight;
    }

    public long pixels() {
        return (long) storedWidth * storedHeight;
    }
}
