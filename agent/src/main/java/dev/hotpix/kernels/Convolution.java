package dev.hotpix.kernels;

import java.util.Arrays;

/**
 * Convolution of each 8-bit channel with a small kernel, in the fixed-point arithmetic of the JDK's native filters:
 * coefficients are rounded once, sums are exact, rounded down and clamped. Immutable.
 */
public final class Convolution {

    /** Coefficients are kept with so many bits less than the sums have. */
    private static final int SAMPLE_BITS = 8;

    /** Fewest and most fractional bits of a sum; with fewer stock refuses. */
    private static final int FEWEST_BITS = 17;
    private static final int MOST_BITS = 31;

    /** Of kernels with more taps for their bits stock sums up in another way. */
    private static final double MOST_TAPS = 8.0 / (1 << 15);

    private static final int BYTES_PER_INT = 4;

    private final int width;
    private final int height;
    private final int[] coefficients;
    private final int shift;

    private Convolution(int width, int height, int[] coefficients, int shift) {
        this.width = width;
        this.height = height;
        this.coefficients = coefficients;
        this.shift = shift;
    }

    /**
     * Prepares a kernel.
     *
     * @param kernel row by row, as {@code java.awt.image.Kernel} has it
     * @return null if stock would refuse it, or compute in another way
     */
    public static Convolution of(float[] kernel, int columns, int rows) {
        // Stock adds a column, or a row, of zeros to make the numbers odd.
        int width = columns | 1;
        int height = rows | 1;
        double[] rotated = new double[width * height];
        double positive = 0;
        double negative = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double value = kernel[rows * columns - 1 - (y * columns + x)];
                rotated[y * width + x] = value;
                if (value > 0) {
                    positive += value;
                } else {
                    negative -= value;
                }
            }
        }
        double sum = Math.max(positive, negative);
        // False for what is not a number, too.
        if (!(sum > 0 && sum < 1 << MOST_BITS - FEWEST_BITS)) {
            return null;
        }
        int bits = Math.min(MOST_BITS - 1 - Math.getExponent(sum), MOST_BITS);
        if (width * height > MOST_TAPS * (1L << bits)) {
            return null;
        }
        int shift = bits - SAMPLE_BITS;
        return new Convolution(width, height, rounded(rotated, 1 << shift), shift);
    }

    /** To the nearest, away from zero if there are two; if then a sum could overflow, towards zero. */
    private static int[] rounded(double[] kernel, int one) {
        int[] coefficients = new int[kernel.length];
        int positive = 0;
        int negative = 0;
        for (int i = 0; i < kernel.length; i++) {
            coefficients[i] = (int) (kernel[i] * one + (kernel[i] > 0 ? 0.5 : -0.5));
            positive += Math.max(coefficients[i], 0);
            negative -= Math.min(coefficients[i], 0);
        }
        if (Math.max(positive, negative) >= 1 << MOST_BITS - SAMPLE_BITS) {
            for (int i = 0; i < kernel.length; i++) {
                coefficients[i] = (int) (kernel[i] * one);
            }
        }
        return coefficients;
    }

    /** Of the kernel in pixels; odd. */
    public int width() {
        return width;
    }

    /** Of the kernel in pixels; odd. */
    public int height() {
        return height;
    }

    /**
     * Convolves all pixels around which the kernel fits.
     *
     * @param source at least as large as the kernel
     * @param destination of the same layout and size, in another array
     * @param zeroEdges whether all others become zero; if not, they are copied
     */
    public void filter(PixelArea source, PixelArea destination, boolean zeroEdges) {
        boolean ints = source.layout().isInt();
        int step = ints ? 1 : source.layout().samplesPerPixel();
        int planes = ints ? BYTES_PER_INT : 1;
        int length = step * source.width();
        int count = step * (source.width() - width + 1);
        int[][] rows = new int[height][planes * length];
        int[] sums = new int[planes * count];
        int left = width / 2;
        int top = height / 2;
        for (int y = 0; y < source.height(); y++) {
            int[] newest = rows[y % height];
            if (ints) {
                split(source.ints(), source.rowOffset(y), newest, length);
            } else {
                widen(source.bytes(), source.rowOffset(y), newest, length);
            }
            int row = y - height + 1;
            if (row < 0) {
                continue;
            }
            Arrays.fill(sums, 0);
            for (int j = 0; j < height; j++) {
                for (int plane = 0; plane < planes; plane++) {
                    add(rows[(row + j) % height], plane * length, step, j * width, sums, plane * count, count);
                }
            }
            clamp(sums, shift);
            int to = destination.rowOffset(row + top) + left * destination.layout().samplesPerPixel();
            if (ints) {
                join(sums, destination.ints(), to, count);
            } else {
                narrow(sums, destination.bytes(), to, count);
            }
        }
        int pixel = destination.layout().samplesPerPixel();
        int whole = pixel * source.width();
        for (int y = 0; y < source.height(); y++) {
            int from = source.rowOffset(y);
            int to = destination.rowOffset(y);
            if (y < top || y >= source.height() - top) {
                edge(source, from, destination, to, whole, zeroEdges);
            } else {
                edge(source, from, destination, to, left * pixel, zeroEdges);
                int last = whole - left * pixel;
                edge(source, from + last, destination, to + last, left * pixel, zeroEdges);
            }
        }
    }

    private static void edge(PixelArea source, int from, PixelArea destination, int to, int length, boolean zero) {
        boolean ints = source.layout().isInt();
        if (!zero) {
            System.arraycopy(ints ? source.ints() : source.bytes(), from,
                    ints ? destination.ints() : destination.bytes(), to, length);
        } else if (ints) {
            Arrays.fill(destination.ints(), to, to + length, 0);
        } else {
            Arrays.fill(destination.bytes(), to, to + length, (byte) 0);
        }
    }

    /** Adds up one row of the kernel; zeros at its ends cost nothing. */
    private void add(int[] in, int at, int step, int first, int[] sums, int to, int count) {
        int begin = first;
        int end = first + width;
        while (begin < end && coefficients[begin] == 0) {
            begin++;
        }
        while (begin < end && coefficients[end - 1] == 0) {
            end--;
        }
        int from = at + (begin - first) * step;
        while (end - begin >= 3) {
            add3(in, from, step, coefficients[begin], coefficients[begin + 1], coefficients[begin + 2], sums, to,
                    count);
            begin += 3;
            from += 3 * step;
        }
        if (end - begin == 2) {
            add2(in, from, step, coefficients[begin], coefficients[begin + 1], sums, to, count);
        } else if (end - begin == 1) {
            add1(in, from, coefficients[begin], sums, to, count);
        }
    }

    private static void add3(int[] in, int from, int step, int a, int b, int c, int[] sums, int to, int count) {
        int second = from + step;
        int third = second + step;
        for (int i = 0; i < count; i++) {
            sums[to + i] += a * in[from + i] + b * in[second + i] + c * in[third + i];
        }
    }

    private static void add2(int[] in, int from, int step, int a, int b, int[] sums, int to, int count) {
        int second = from + step;
        for (int i = 0; i < count; i++) {
            sums[to + i] += a * in[from + i] + b * in[second + i];
        }
    }

    private static void add1(int[] in, int from, int a, int[] sums, int to, int count) {
        for (int i = 0; i < count; i++) {
            sums[to + i] += a * in[from + i];
        }
    }

    /** Without branches, so that the VM makes vectors of it. */
    private static void clamp(int[] sums, int shift) {
        for (int i = 0; i < sums.length; i++) {
            int value = sums[i] >> shift;
            value &= ~(value >> 31);
            sums[i] = (value | 255 - value >> 31) & 255;
        }
    }

    private static void widen(byte[] in, int from, int[] out, int length) {
        for (int i = 0; i < length; i++) {
            out[i] = in[from + i] & 255;
        }
    }

    private static void narrow(int[] in, byte[] out, int to, int count) {
        for (int i = 0; i < count; i++) {
            out[to + i] = (byte) in[i];
        }
    }

    /** The four bytes of ints one behind the other: so each is a loop over ints alone. */
    private static void split(int[] in, int from, int[] out, int length) {
        for (int plane = 0; plane < BYTES_PER_INT; plane++) {
            int to = plane * length;
            int bits = 8 * plane;
            for (int i = 0; i < length; i++) {
                out[to + i] = in[from + i] >>> bits & 255;
            }
        }
    }

    private static void join(int[] in, int[] out, int to, int count) {
        int second = count;
        int third = 2 * count;
        int fourth = 3 * count;
        for (int i = 0; i < count; i++) {
            out[to + i] = in[i] | in[second + i] << 8 | in[third + i] << 16 | in[fourth + i] << 24;
        }
    }
}
