package dev.hotpix.kernels;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Bicubic scaling with the Vector API: source rows are filtered horizontally, once each, then four together. */
final class VectorBicubic implements Interpolation {

    private static final VectorSpecies<Integer> INTS = VectorWidth.INTS;
    private static final int LANES = INTS.length();
    private static final int TAPS = 4;
    private static final int ROUND = 0x8000;

    @Override
    public void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y) {
        int width = x.length();
        int padded = (width + LANES - 1) / LANES * LANES;
        RowOutput out = new RowOutput(destination, x.from(), width, padded);
        int[] index = new int[TAPS * padded];
        int[] weight = new int[TAPS * padded];
        for (int i = 0; i < padded; i++) {
            int column = Math.min(i, width - 1);
            for (int k = 0; k < TAPS; k++) {
                index[k * padded + i] = x.clamp(x.floor(column) - 1 + k);
                weight[k * padded + i] = Bicubic.weight(x.fraction(column), k);
            }
        }
        VectorRows rows = new VectorRows(source);
        FilteredRow[] filtered = new FilteredRow[TAPS];
        for (int k = 0; k < TAPS; k++) {
            filtered[k] = new FilteredRow(padded);
        }
        for (int i = 0; i < y.length(); i++) {
            for (int k = 0; k < TAPS; k++) {
                int wanted = y.clamp(y.floor(i) - 1 + k);
                FilteredRow row = filtered[wanted & TAPS - 1];
                if (row.row != wanted) {
                    row.row = wanted;
                    filter(rows.row(wanted), index, weight, row.red, row.green, row.blue);
                }
            }
            mix(filtered, y, i, out);
            out.write(y.from() + i, VectorRows::pack);
        }
    }

    private static void filter(int[] in, int[] index, int[] weight, int[] red, int[] green, int[] blue) {
        for (int i = 0; i < red.length; i += LANES) {
            IntVector r = IntVector.zero(INTS);
            IntVector g = IntVector.zero(INTS);
            IntVector b = IntVector.zero(INTS);
            for (int k = i; k < index.length; k += red.length) {
                IntVector p = IntVector.fromArray(INTS, in, 0, index, k);
                IntVector w = IntVector.fromArray(INTS, weight, k);
                r = r.add(p.lanewise(VectorOperators.LSHR, 16).and(0xff).mul(w));
                g = g.add(p.lanewise(VectorOperators.LSHR, 8).and(0xff).mul(w));
                b = b.add(p.and(0xff).mul(w));
            }
            r.intoArray(red, i);
            g.intoArray(green, i);
            b.intoArray(blue, i);
        }
    }

    private static void mix(FilteredRow[] rows, ScaleAxis y, int i, RowOutput out) {
        FilteredRow row0 = rows[y.clamp(y.floor(i) - 1) & TAPS - 1];
        FilteredRow row1 = rows[y.clamp(y.floor(i)) & TAPS - 1];
        FilteredRow row2 = rows[y.clamp(y.floor(i) + 1) & TAPS - 1];
        FilteredRow row3 = rows[y.clamp(y.floor(i) + 2) & TAPS - 1];
        int w0 = Bicubic.weight(y.fraction(i), 0);
        int w1 = Bicubic.weight(y.fraction(i), 1);
        int w2 = Bicubic.weight(y.fraction(i), 2);
        int w3 = Bicubic.weight(y.fraction(i), 3);
        int[] pixels = out.pixels();
        int alpha = out.alpha();
        for (int x = 0; x < pixels.length; x += LANES) {
            IntVector red = mix(row0.red, row1.red, row2.red, row3.red, w0, w1, w2, w3, x);
            IntVector green = mix(row0.green, row1.green, row2.green, row3.green, w0, w1, w2, w3, x);
            IntVector blue = mix(row0.blue, row1.blue, row2.blue, row3.blue, w0, w1, w2, w3, x);
            red.lanewise(VectorOperators.LSHL, 16).or(green.lanewise(VectorOperators.LSHL, 8)).or(blue).or(alpha)
                    .intoArray(pixels, x);
        }
    }

    private static IntVector mix(
            int[] row0, int[] row1, int[] row2, int[] row3, int w0, int w1, int w2, int w3, int x) {
        return IntVector.fromArray(INTS, row0, x).mul(w0).add(IntVector.fromArray(INTS, row1, x).mul(w1))
                .add(IntVector.fromArray(INTS, row2, x).mul(w2)).add(IntVector.fromArray(INTS, row3, x).mul(w3))
                .add(ROUND).lanewise(VectorOperators.ASHR, 16).max(0).min(255);
    }
}
