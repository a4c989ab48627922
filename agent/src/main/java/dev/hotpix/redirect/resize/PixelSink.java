package dev.hotpix.redirect.resize;

import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;
import java.util.Hashtable;

/** Keeps the pixels that an area averaging filter delivers. */
final class PixelSink implements ImageConsumer {

    private final int[] pixels;

    private PixelSink(int[] pixels) {
        this.pixels = pixels;
    }

    /** The pixels of {@code image.getScaledInstance(width, height, Image.SCALE_SMOOTH)}. */
    static int[] scaled(BufferedImage image, int width, int height) {
        int[] pixels = new int[width * height];
        image.getSource().startProduction(
                new AreaAveragingScaleFilter(width, height).getFilterInstance(new PixelSink(pixels)));
        return pixels;
    }

    @Override
    public void setPixels(int x, int y, int w, int h, ColorModel model, int[] from, int offset, int scansize) {
        for (int row = 0; row < h; row++) {
            System.arraycopy(from, offset + row * scansize, pixels, (y + row) * scansize + x, w);
        }
    }

    @Override
    public void setPixels(int x, int y, int w, int h, ColorModel model, byte[] from, int offset, int scansize) {
        throw new IllegalStateException("bytes from a filter of ints");
    }

    @Override
    public void setDimensions(int width, int height) {
    }

    @Override
    public void setProperties(Hashtable<?, ?> properties) {
    }

    @Override
    public void setColorModel(ColorModel model) {
    }

    @Override
    public void setHints(int hints) {
    }

    @Override
    public void imageComplete(int status) {
    }
}
