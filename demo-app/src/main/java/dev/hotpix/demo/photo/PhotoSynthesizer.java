package dev.hotpix.demo.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Photo-like images without photos: a natural 1/f spectrum plus edges, the same for the same seed. Uniform noise or
 * flat drawings would make an entropy decoder look slower or faster than real pictures do.
 */
public final class PhotoSynthesizer {

    private static final float MIDDLE = 128;
    private static final float LUMA_AMPLITUDE = 38;
    private static final float CHROMA_AMPLITUDE = 16;
    private static final int FINEST_CHROMA = 8;

    private final long seed;

    public PhotoSynthesizer(long seed) {
        this.seed = seed;
    }

    public BufferedImage color(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        NoisePlane luma = luma(width, height);
        Edges edges = edges(width, height);
        NoisePlane blue = new NoisePlane(width, height, FINEST_CHROMA, CHROMA_AMPLITUDE, seed + 2);
        NoisePlane red = new NoisePlane(width, height, FINEST_CHROMA, CHROMA_AMPLITUDE, seed + 3);
        float[] y = new float[width];
        float[] cb = new float[width];
        float[] cr = new float[width];
        for (int row = 0, at = 0; row < height; row++) {
            startRow(y, row, luma, edges);
            Arrays.fill(cb, 0);
            Arrays.fill(cr, 0);
            blue.addTo(cb, row);
            red.addTo(cr, row);
            for (int x = 0; x < width; x++) {
                samples[at++] = clamp(y[x] + 1.772f * cb[x]);
                samples[at++] = clamp(y[x] - 0.344f * cb[x] - 0.714f * cr[x]);
                samples[at++] = clamp(y[x] + 1.402f * cr[x]);
            }
        }
        return image;
    }

    public BufferedImage gray(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        NoisePlane luma = luma(width, height);
        Edges edges = edges(width, height);
        float[] y = new float[width];
        for (int row = 0, at = 0; row < height; row++) {
            startRow(y, row, luma, edges);
            for (int x = 0; x < width; x++) {
                samples[at++] = clamp(y[x]);
            }
        }
        return image;
    }

    private NoisePlane luma(int width, int height) {
        return new NoisePlane(width, height, 1, LUMA_AMPLITUDE, seed);
    }

    private Edges edges(int width, int height) {
        return new Edges(width, height, seed + 1);
    }

    private static void startRow(float[] y, int row, NoisePlane luma, Edges edges) {
        Arrays.fill(y, MIDDLE);
        luma.addTo(y, row);
        edges.addTo(y, row);
    }

    private static byte clamp(float value) {
        return (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
    }
}
