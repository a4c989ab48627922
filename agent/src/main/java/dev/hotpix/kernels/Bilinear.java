package dev.hotpix.kernels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bilinear scaling in plain Java. Each component is
 * {@code (sum of four samples x column weight x row weight + 2^15) >> 16} with weights of 8 bits: no rounding in
 * between, so either direction may come first.
 *
 * <p>Where source rows are hardly shared between destination rows, the four samples are blended directly, three
 * components in one long, the vertical direction first. Enlarging, each source row is blended once horizontally
 * and its result used for many rows.
 */
final class Bilinear implements Interpolation {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Every other byte of two BGR pixels. */
    private static final long EVEN = 0x00ff_00ff_00ffL;
    private static final long ROUND_TWO = 0x8000_0000_8000L;
    private static final int ROUND = 0x8000;

    /** A tap: index of its first source sample, and a weight of 0 to 256. */
    private static final int WEIGHT_BITS = 9;
    private static final int WEIGHT_MASK = (1 << WEIGHT_BITS) - 1;

    /** Widest source whose indices fit into a tap. */
    static final int WIDEST = 1 << 20;

    @Override
    public void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y) {
        RowOutput out = new RowOutput(destination, x.from(), x.length());
        int[] taps = taps(x, source.layout().samplesPerPixel());
        SourceRows rows = new SourceRows(source);
        if (y.step() < 1L << 32) {
            enlarge(source, rows, out, taps, x, y);
        } else {
            reduce(source, rows, out, taps, x, y);
        }
    }

    /** Both samples of a tap lie side by side: at the source's edges the weight says which one counts. */
    private static int[] taps(ScaleAxis x, int samplesPerPixel) {
        int[] taps = new int[x.length()];
        int lastPair = Math.max(x.size() - 2, 0);
        for (int i = 0; i < taps.length; i++) {
            int floor = x.floor(i);
            int index = Math.max(0, Math.min(floor, lastPair));
            int weight = floor < 0 ? 0 : floor > lastPair ? 256 : x.fraction(i);
            taps[i] = index * samplesPerPixel << WEIGHT_BITS | (x.size() == 1 ? 0 : weight);
        }
        return taps;
    }

    private static void reduce(PixelArea source, SourceRows rows, RowOutput out, int[] taps, ScaleAxis x, ScaleAxis y) {
        int next = x.size() > 1 ? 1 : 0;
        for (int i = 0; i < y.length(); i++) {
            int row0 = y.clamp(y.floor(i));
            int row1 = y.clamp(y.floor(i) + 1);
            if (source.layout().isInt()) {
                blend(source.ints(), source.rowOffset(row0), source.rowOffset(row1), next, taps, y.fraction(i),
                        out.pixels(), out.alpha());
            } else {
                rows.select(row0, row1);
                blend(rows.first(), rows.firstOffset(), rows.second(), rows.secondOffset(), taps, y.fraction(i),
                        out.pixels(), out.alpha());
            }
            out.write(y.from() + i);
        }
    }

    private static void blend(
            byte[] a, int aOffset, byte[] b, int bOffset, int[] taps, int rowWeight, int[] out, int alpha) {
        for (int i = 0; i < taps.length; i++) {
            int index = taps[i] >>> WEIGHT_BITS;
            out[i] = alpha | blend((long) LONG.get(a, aOffset + index), (long) LONG.get(b, bOffset + index),
                    rowWeight, taps[i] & WEIGHT_MASK);
        }
    }

    private static void blend(
            int[] in, int aOffset, int bOffset, int next, int[] taps, int rowWeight, int[] out, int alpha) {
        for (int i = 0; i < taps.length; i++) {
            int index = taps[i] >>> WEIGHT_BITS;
            int a = aOffset + index;
            int b = bOffset + index;
            out[i] = alpha | blend(in[a] & 0xffffff | (long) in[a + next] << 24,
                    in[b] & 0xffffff | (long) in[b + next] << 24, rowWeight, taps[i] & WEIGHT_MASK);
        }
    }

    /**
     * Blends two pixels of one row with two of the next.
     *
     * @param a two pixels in the low 6 bytes: blue, green, red, blue, green, red
     */
    private static int blend(long a, long b, int rowWeight, int columnWeight) {
        long evenA = a & EVEN;
        long oddA = a >>> 8 & EVEN;
        // Blue and red of the first pixel and green of the second, 16 bits each; and the other way round. A
        // difference may borrow from its neighbour, and the sum pays it back.
        long even = (evenA << 8) + ((b & EVEN) - evenA) * rowWeight;
        long odd = (oddA << 8) + ((b >>> 8 & EVEN) - oddA) * rowWeight;
        long first = even & 0xffff | (even & 0xffff0000L) << 16;
        long second = odd >>> 16 & 0xffff | odd & 0xffff_0000_0000L;
        long redBlue = (first << 8) + (second - first) * columnWeight + ROUND_TWO;
        int green0 = (int) odd & 0xffff;
        int green = (green0 << 8) + ((int) (even >>> 32) - green0) * columnWeight + ROUND;
        return (int) (redBlue >>> 32) & 0xff0000 | green >>> 8 & 0xff00 | (int) redBlue >>> 16 & 0xff;
    }

    private static void enlarge(
            PixelArea source, SourceRows rows, RowOutput out, int[] taps, ScaleAxis x, ScaleAxis y) {
        BlendedRow upper = new BlendedRow(taps.length);
        BlendedRow lower = new BlendedRow(taps.length);
        int next = x.size() > 1 ? 1 : 0;
        for (int i = 0; i < y.length(); i++) {
            int row0 = y.clamp(y.floor(i));
            int row1 = y.clamp(y.floor(i) + 1);
            if (upper.row != row0 && (lower.row == row0 || upper.row == row1)) {
                BlendedRow swap = upper;
                upper = lower;
                lower = swap;
            }
            upper.fill(source, rows, row0, taps, next);
            lower.fill(source, rows, row1, taps, next);
            mix(upper.redBlue, upper.green, lower.redBlue, lower.green, y.fraction(i), out.pixels(), out.alpha());
            out.write(y.from() + i);
        }
    }

    /** A source row, blended horizontally: 16 bits per component. */
    private static final class BlendedRow {
        final int[] redBlue;
        final int[] green;
        int row = -1;

        BlendedRow(int width) {
            redBlue = new int[width];
            green = new int[width];
        }

        void fill(PixelArea source, SourceRows rows, int wanted, int[] taps, int next) {
            if (row == wanted) {
                return;
            }
            row = wanted;
            if (source.layout().isInt()) {
                blendRow(source.ints(), source.rowOffset(wanted), next, taps, redBlue, green);
            } else {
                rows.select(wanted, wanted);
                blendRow(rows.first(), rows.firstOffset(), taps, redBlue, green);
            }
        }
    }

    private static void blendRow(byte[] in, int offset, int[] taps, int[] redBlue, int[] green) {
        for (int i = 0; i < taps.length; i++) {
            long pair = (long) LONG.get(in, offset + (taps[i] >>> WEIGHT_BITS));
            int weight = taps[i] & WEIGHT_MASK;
            int p0 = (int) pair;
            int p1 = (int) (pair >>> 24);
            redBlue[i] = (p0 & 0xff00ff) * (256 - weight) + (p1 & 0xff00ff) * weight;
            green[i] = (p0 >>> 8 & 0xff) * (256 - weight) + (p1 >>> 8 & 0xff) * weight;
        }
    }

    private static void blendRow(int[] in, int offset, int next, int[] taps, int[] redBlue, int[] green) {
        for (int i = 0; i < taps.length; i++) {
            int index = offset + (taps[i] >>> WEIGHT_BITS);
            int weight = taps[i] & WEIGHT_MASK;
            int p0 = in[index];
            int p1 = in[index + next];
            redBlue[i] = (p0 & 0xff00ff) * (256 - weight) + (p1 & 0xff00ff) * weight;
            green[i] = (p0 >>> 8 & 0xff) * (256 - weight) + (p1 >>> 8 & 0xff) * weight;
        }
    }

    /** Ints only, one statement per pixel: the compiler makes vector code of it. */
    private static void mix(
            int[] redBlue0, int[] green0, int[] redBlue1, int[] green1, int weight1, int[] out, int alpha) {
        int weight0 = 256 - weight1;
        for (int i = 0; i < green0.length; i++) {
            int red = (redBlue0[i] >>> 16) * weight0 + (redBlue1[i] >>> 16) * weight1 + ROUND;
            int green = green0[i] * weight0 + green1[i] * weight1 + ROUND;
            int blue = (redBlue0[i] & 0xffff) * weight0 + (redBlue1[i] & 0xffff) * weight1 + ROUND;
            out[i] = alpha | red & 0xff0000 | green >>> 8 & 0xff00 | blue >>> 16;
        }
    }
}
