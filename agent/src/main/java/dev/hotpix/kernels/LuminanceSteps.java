package dev.hotpix.kernels;

import java.util.Arrays;

/**
 * A conversion of 8-bit RGB to gray in which each sample of the result depends on one sum alone, the luminance, and
 * never falls when that rises: so colour engines make RGB gray. Immutable, some 40 KB.
 */
public final class LuminanceSteps {

    /** Intervals of luminance; in each the result rises at most once. */
    private static final int CELLS = 1 << 12;

    private final double[] red;
    private final double[] green;
    private final double[] blue;
    private final float scale;
    private final byte[] lowest = new byte[CELLS + 1];
    private final float[] rise = new float[CELLS];

    private LuminanceSteps(double[][] light) {
        red = light[0];
        green = light[1];
        blue = light[2];
        scale = (CELLS - 1) / luminance(most(red), most(green), most(blue));
    }

    private static double most(double[] light) {
        return Arrays.stream(light).max().getAsDouble();
    }

    /**
     * Prepares a conversion.
     *
     * @param light for each channel, red first, and sample: what it adds to the luminance, at least 0
     * @param least for each of the 256 values of gray the least luminance that gives it, rising; infinite for a value
     *     that none gives
     * @return null if gray rises too fast to be kept in this way
     */
    public static LuminanceSteps of(double[][] light, float[] least) {
        LuminanceSteps steps = new LuminanceSteps(light);
        return steps.fill(least) ? steps : null;
    }

    private boolean fill(float[] least) {
        Arrays.fill(rise, Float.POSITIVE_INFINITY);
        int cell = -1;
        byte value = 0;
        for (int next = 0; next < least.length; next++) {
            if (least[next] == Float.POSITIVE_INFINITY) {
                continue;
            }
            if (cell < 0) {
                lowest[++cell] = (byte) next;
            } else {
                int at = (int) (least[next] * scale);
                while (cell < at) {
                    lowest[++cell] = value;
                }
                if (rise[at] != Float.POSITIVE_INFINITY) {
                    return false;
                }
                rise[at] = least[next];
            }
            value = (byte) next;
        }
        Arrays.fill(lowest, cell + 1, lowest.length, value);
        return true;
    }

    /** In this order, and rounded once: so engines sum it up. */
    public static float luminance(double red, double green, double blue) {
        return (float) (red + green + blue);
    }

    /**
     * Converts.
     *
     * @param source {@link PixelLayout#BGR} or {@link PixelLayout#INT_RGB}
     * @param destination {@link PixelLayout#GRAY}, of the same size
     */
    public void convert(PixelArea source, PixelArea destination) {
        int[] copy = source.layout().isInt() ? null : new int[source.width()];
        for (int y = 0; y < source.height(); y++) {
            int[] pixels = copy;
            int from = 0;
            if (copy == null) {
                pixels = source.ints();
                from = source.rowOffset(y);
            } else {
                PackedPixels.fromBgr(source.bytes(), source.rowOffset(y), copy, 0, copy.length, 0);
            }
            convert(pixels, from, destination.bytes(), destination.rowOffset(y), source.width());
        }
    }

    private void convert(int[] pixels, int from, byte[] out, int to, int count) {
        double[] ofRed = red;
        double[] ofGreen = green;
        double[] ofBlue = blue;
        for (int i = 0; i < count; i++) {
            int pixel = pixels[from + i];
            float luminance = luminance(ofRed[pixel >> 16 & 255], ofGreen[pixel >> 8 & 255], ofBlue[pixel & 255]);
            int cell = (int) (luminance * scale);
            out[to + i] = lowest[luminance < rise[cell] ? cell : cell + 1];
        }
    }
}
