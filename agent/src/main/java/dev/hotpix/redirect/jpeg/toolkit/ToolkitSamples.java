package dev.hotpix.redirect.jpeg.toolkit;

import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;
import java.util.Arrays;
import java.util.Hashtable;

/** Keeps the samples that a Toolkit decoder delivers; gray as numbers from 0 to 255. */
final class ToolkitSamples implements ImageConsumer {

    private int[][] rows;
    private boolean complete;

    /** Whether all of an image has come. */
    boolean isComplete() {
        return complete;
    }

    /** Whether these are the samples of an image. */
    boolean equal(ToolkitImage image, byte[][] strips) {
        int[] pixels = new int[image.width()];
        byte[] gray = new byte[image.width()];
        for (int y = 0; y < image.height(); y++) {
            if (image.isGray()) {
                image.gray(strips, y, gray);
                Arrays.setAll(pixels, x -> gray[x] & 255);
            } else {
                image.rgb(strips, y, pixels);
            }
            if (y >= rows.length || !Arrays.equals(pixels, rows[y])) {
                return false;
            }
        }
        return rows.length == image.height();
    }

    @Override
    public void setDimensions(int width, int height) {
        rows = new int[height][width];
    }

    @Override
    public void setPixels(
            int x, int y, int width, int height, ColorModel model, byte[] pixels, int offset, int stride) {
        for (int i = 0; i < width; i++) {
            rows[y][x + i] = pixels[offset + i] & 255;
        }
    }

    @Override
    public void setPixels(
            int x, int y, int width, int height, ColorModel model, int[] pixels, int offset, int stride) {
        System.arraycopy(pixels, offset, rows[y], x, width);
    }

    @Override
    public void imageComplete(int status) {
        complete |= status == STATICIMAGEDONE;
    }

    @Override
    public void setProperties(Hashtable<?, ?> properties) {
        // Not of interest: the decoder's Java code makes them.
    }

    @Override
    public void setColorModel(ColorModel model) {
        // Likewise.
    }

    @Override
    public void setHints(int hints) {
        // Likewise.
    }
}
