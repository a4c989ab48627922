package dev.hotpix.redirect.jpeg.profile;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Makes tables for a matrix profile and proves them: all 2^24 colours go through this JVM's own
 * {@link ColorConvertOp}, as the JPEG reader calls it, and the curves of the result are what it says for each
 * sum. If one sum has two results, the model is not this JVM's, and there are no tables.
 */
final class ShaperProof {

    private static final int PLANE = 1 << 16;
    private static final int FRACTION = 14;
    private static final int HALF = 1 << FRACTION - 1;

    /** More than any real pair of profiles needs. */
    private static final int LONGEST_CURVE = 1 << 18;

    private final int[][] products = new int[9][256];
    private final short[][] curves = new short[3][];
    private final int[] lastChanged = {-1, -1, -1};
    private int leastGreen = 255;

    private ShaperProof() {
    }

    /**
     * Makes the tables; takes some 0.3 s of the calling thread, or a millisecond if the model does not fit.
     *
     * @param profile a profile as it was embedded
     * @return null if this JVM converts this profile in another way
     */
    static MatrixShaper prove(byte[] profile) {
        MatrixProfile from = MatrixProfile.of(profile);
        MatrixProfile to = MatrixProfile.of(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        int[][] matrix = from == null || to == null ? null : from.matrixTo(to);
        if (matrix == null) {
            return null;
        }
        ShaperProof proof = new ShaperProof();
        if (!proof.multiply(matrix, from.curves())) {
            return null;
        }
        ColorConvertOp op = new ColorConvertOp(new ICC_ColorSpace(ICC_Profile.getInstance(profile)),
                ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
        if (!proof.learnSieve(op) || !proof.learnAll(op)) {
            return null;
        }
        return new MatrixShaper(proof.products, proof.bytes(), proof.lastChanged, proof.leastGreen);
    }

    /** Products that are biased so that no sum is negative, with a half for rounding; false if too large. */
    private boolean multiply(int[][] matrix, int[][] light) {
        for (int to = 0; to < 3; to++) {
            long least = HALF;
            long most = HALF;
            for (int from = 0; from < 3; from++) {
                int[] product = products[3 * to + from];
                for (int sample = 0; sample < 256; sample++) {
                    product[sample] = matrix[to][from] * light[from][sample];
                }
                least += Arrays.stream(product).min().getAsInt();
                most += Arrays.stream(product).max().getAsInt();
            }
            long bias = -Math.min(least >> FRACTION, 0) << FRACTION;
            if (most + bias >> FRACTION >= LONGEST_CURVE) {
                return false;
            }
            for (int sample = 0; sample < 256; sample++) {
                products[3 * to][sample] += (int) bias + HALF;
            }
            curves[to] = new short[(int) (most + bias >> FRACTION) + 1];
            Arrays.fill(curves[to], (short) -1);
        }
        return true;
    }

    /** A few thousand colours, so that a model that does not fit costs next to nothing. */
    private boolean learnSieve(ColorConvertOp op) {
        int steps = 18;
        byte[] colours = new byte[3 * steps * steps * steps];
        for (int i = 0; i < steps * steps * steps; i++) {
            put(colours, i, i / (steps * steps) * 15, i / steps % steps * 15, i % steps * 15);
        }
        return learn(op, colours);
    }

    private boolean learnAll(ColorConvertOp op) {
        byte[] colours = new byte[3 * PLANE];
        for (int red = 0; red < 256; red++) {
            for (int i = 0; i < PLANE; i++) {
                put(colours, i, red, i >> 8, i);
            }
            if (!learn(op, colours)) {
                return false;
            }
        }
        return true;
    }

    private static void put(byte[] colours, int index, int red, int green, int blue) {
        colours[3 * index] = (byte) red;
        colours[3 * index + 1] = (byte) green;
        colours[3 * index + 2] = (byte) blue;
    }

    private boolean learn(ColorConvertOp op, byte[] colours) {
        byte[] converted = colours.clone();
        int pixels = colours.length / 3;
        WritableRaster line = Raster.createInterleavedRaster(new DataBufferByte(converted, converted.length),
                pixels, 1, converted.length, 3, new int[] {0, 1, 2}, null);
        op.filter(line, line);
        for (int to = 0; to < 3; to++) {
            int[] ofRed = products[3 * to];
            int[] ofGreen = products[3 * to + 1];
            int[] ofBlue = products[3 * to + 2];
            short[] curve = curves[to];
            int changed = lastChanged[to];
            for (int at = 0; at < converted.length; at += 3) {
                int sum = ofRed[colours[at] & 255] + ofGreen[colours[at + 1] & 255] + ofBlue[colours[at + 2] & 255];
                int result = converted[at + to] & 255;
                int known = curve[sum >>> FRACTION];
                if (known != result) {
                    if (known >= 0) {
                        return false;
                    }
                    curve[sum >>> FRACTION] = (short) result;
                }
                int before = colours[at + to] & 255;
                if (result != before) {
                    changed = Math.max(changed, before);
                    leastGreen = Math.min(leastGreen, colours[at + 1] & 255);
                }
            }
            lastChanged[to] = changed;
        }
        return true;
    }

    private byte[][] bytes() {
        byte[][] bytes = new byte[3][];
        for (int to = 0; to < 3; to++) {
            bytes[to] = new byte[curves[to].length];
            for (int i = 0; i < bytes[to].length; i++) {
                bytes[to][i] = (byte) curves[to][i];
            }
        }
        return bytes;
    }
}
