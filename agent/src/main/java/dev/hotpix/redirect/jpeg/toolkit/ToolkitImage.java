package dev.hotpix.redirect.jpeg.toolkit;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.ColorSpace;
import dev.hotpix.codec.FrameHeader;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.codec.Upsampling;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import java.io.IOException;

/** An image as the Toolkit decoder delivers it: rows of gray, or of RGB. */
final class ToolkitImage {

    private static final int STRIP_ROWS = 32;

    private final FrameHeader header;
    private final FrameLayout layout;

    private ToolkitImage(FrameHeader header, FrameLayout layout) {
        this.header = header;
        this.layout = layout;
    }

    /**
     * An image whose colour space every libjpeg sees in the same way.
     *
     * @return null if it is not one
     */
    static ToolkitImage of(FrameHeader header) {
        boolean gray = header.componentCount() == 1;
        boolean colour = header.componentCount() == 3 && header.componentId(0) == 1 && header.componentId(1) == 2
                && header.componentId(2) == 3
                && (header.sawJfif() || !header.sawAdobe() || header.adobeTransform() == 1);
        if (!gray && !colour) {
            return null;
        }
        int[] horizontal = new int[header.componentCount()];
        int[] vertical = new int[header.componentCount()];
        for (int i = 0; i < horizontal.length; i++) {
            horizontal[i] = header.horizontalSampling(i);
            vertical[i] = header.verticalSampling(i);
        }
        FrameLayout.Process process = header.progressive() ? FrameLayout.Process.PROGRESSIVE
                : header.multiScan() ? FrameLayout.Process.SEQUENTIAL_MULTISCAN : FrameLayout.Process.BASELINE;
        try {
            return new ToolkitImage(header, FrameLayout.of(
                    gray ? FrameLayout.Colour.GRAY : FrameLayout.Colour.YCBCR, process, horizontal, vertical));
        } catch (IllegalArgumentException notInTheStandard) {
            return null;
        }
    }

    @Override
    public String toString() {
        return header.toString();
    }

    FrameLayout layout() {
        return layout;
    }

    int width() {
        return header.width();
    }

    int height() {
        return header.height();
    }

    boolean isGray() {
        return header.componentCount() == 1;
    }

    boolean severalScans() {
        return header.multiScan();
    }

    long bytes() {
        return (long) width() * height() * header.componentCount();
    }

    /**
     * Decodes all rows and reads to the image's end.
     *
     * @return strips of 32 rows; the last may have fewer
     */
    byte[][] decode(JpegDecoder decoder, Upsampling upsampling) throws IOException, CodecException {
        if (isGray()) {
            decoder.start(ColorSpace.GRAYSCALE, ColorSpace.GRAYSCALE, upsampling);
        } else {
            decoder.start(ColorSpace.YCBCR, ColorSpace.RGB, upsampling);
        }
        int rowBytes = decoder.rowBytes();
        byte[][] strips = new byte[(height() + STRIP_ROWS - 1) / STRIP_ROWS][];
        for (int i = 0; i < strips.length; i++) {
            int rows = Math.min(STRIP_ROWS, height() - i * STRIP_ROWS);
            strips[i] = new byte[rows * rowBytes];
            for (int done = 0; done < rows;) {
                done += decoder.readRows(strips[i], done * rowBytes, rowBytes, rows - done);
            }
        }
        decoder.finish();
        return strips;
    }

    /** Takes a row of RGB as pixels of the default model. */
    void rgb(byte[][] strips, int y, int[] pixels) {
        byte[] strip = strips[y / STRIP_ROWS];
        int at = y % STRIP_ROWS * 3 * pixels.length;
        for (int x = 0; x < pixels.length; x++, at += 3) {
            pixels[x] = (strip[at] & 255) << 16 | (strip[at + 1] & 255) << 8 | strip[at + 2] & 255;
        }
    }

    /** Takes a row of gray. */
    void gray(byte[][] strips, int y, byte[] samples) {
        System.arraycopy(strips[y / STRIP_ROWS], y % STRIP_ROWS * samples.length, samples, 0, samples.length);
    }
}
