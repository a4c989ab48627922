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

    /** Samples that are filtered at once. */
    private static final int STRIP = 1024;

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
        int left = width / 2;
        int top = height / 2;
        int columns = source.width() - width + 1;
        int rows = source.height() - height + 1;
        int strip = Math.min(columns, STRIP / (source.layout().isInt() ? BYTES_PER_INT
                : source.layout().samplesPerPixel()));
        Strip work = new Strip(source.layout(), strip);
        for (int x = 0; x < columns; x += strip) {
            int some = Math.min(strip, columns - x);
            work.filter(source.part(x, 0, some + width - 1, source.height()),
                    destination.part(x + left, top, some, rows));
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

    /** Some columns of an image, few enough for a near cache. */
    private final class Strip {
        private final boolean ints;
        private final int step;
        private final int planes;
        private final int[] samples;
        private final int[] sums;

        /**
         * By row, for as many as the kernel has, and column of the kernel: the samples that are multiplied with that
         * coefficient, in arrays of their own. Only loops whose arrays all have the same index become vector code.
         */
        private final int[][][] taps;

        Strip(PixelLayout layout, int columns) {
            ints = layout.isInt();
            step = ints ? 1 : layout.samplesPerPixel();
            planes = ints ? BYTES_PER_INT : 1;
            samples = new int[planes * step * (columns + width - 1)];
            sums = new int[planes * step * columns];
            taps = new int[height][width][sums.length];
        }

        /** Destination pixels are those around which the kernel fits. */
        void filter(PixelArea source, PixelArea destination) {
            int length = step * source.width();
            int count = step * destination.width();
            for (int y = 0; y < source.height(); y++) {
                if (ints) {
                    split(source.ints(), source.rowOffset(y), samples, length);
                } else {
                    widen(source.bytes(), source.rowOffset(y), samples, length);
                }
                int[][] newest = taps[y % height];
                for (int column = 0; column < width; column++) {
                    for (int plane = 0; plane < planes; plane++) {
                        System.arraycopy(
                                samples, plane * length + column * step, newest[column], plane * count, count);
                    }
                }
                if (y >= height - 1) {
                    sumUp(y - height + 1, planes * count);
                    int to = destination.rowOffset(y - height + 1);
                    if (ints) {
                        join(sums, destination.ints(), to, count);
                    } else {
                        narrow(sums, destination.bytes(), to, count);
                    }
                }
            }
        }

        private void sumUp(int top, int count) {
            Arrays.fill(sums, 0, count, 0);
            for (int row = 0; row < height; row++) {
                int[][] in = taps[(top + row) % height];
                int first = row * width;
                int column = 0;
                for (; column + 3 <= width; column += 3) {
                    add3(in[column], in[column + 1], in[column + 2], coefficients[first + column],
                            coefficients[first + column + 1], coefficients[first + column + 2], sums, count);
                }
                for (; column < width; column++) {
                    add1(in[column], coefficients[first + column], sums, count);
                }
            }
            clamp(sums, shift, count);
        }
    }

    private static void add3(int[] in0, int[] in1, int[] in2, int a, int b, int c, int[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += a * in0[i] + b * in1[i] + c * in2[i];
        }
    }

    private static void add1(int[] in, int a, int[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += a * in[i];
        }
    }

    /** Without branches, so that the VM makes vectors of it. */
    private static void clamp(int[] sums, int shift, int count) {
        for (int i = 0; i < count; i++) {
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
