package dev.hotpix.kernels;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Bilinear scaling with the Vector API: source rows are blended horizontally, once each, then two of them with
 * each other. Red and blue share one lane in the first step.
 */
final class VectorBilinear implements Interpolation {

    private static final VectorSpecies<Integer> INTS = VectorWidth.INTS;
    private static final int LANES = INTS.length();
    private static final int ROUND = 0x8000;

    /** JDK 17 moves lanes more slowly than it gathers. */
    private static final boolean SELECTS = Runtime.version().feature() > 18;

    @Override
    public void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y) {
        if (Kernels.isReduction(source.layout(), y)) {
            VectorReduction.scale(source, destination, x, y);
            return;
        }
        int width = x.length();
        int padded = (width + LANES - 1) / LANES * LANES;
        RowOutput out = new RowOutput(destination, x.from(), width, padded);
        Taps taps = new Taps(x, padded);
        VectorRows rows = new VectorRows(source);
        BlendedRow upper = new BlendedRow(padded);
        BlendedRow lower = new BlendedRow(padded);
        for (int i = 0; i < y.length(); i++) {
            int row0 = y.clamp(y.floor(i));
            int row1 = y.clamp(y.floor(i) + 1);
            if (upper.row != row0 && (lower.row == row0 || upper.row == row1)) {
                BlendedRow swap = upper;
                upper = lower;
                lower = swap;
            }
            upper.fill(rows, row0, taps);
            lower.fill(rows, row1, taps);
            mix(upper.redBlue, upper.green, lower.redBlue, lower.green, y.fraction(i), out.pixels(), out.alpha());
            out.write(y.from() + i, VectorRows::pack);
        }
    }

    /** Where each column takes its two samples, which lie side by side. */
    private static final class Taps {
        final int[] index;
        final int[] weight;
        final int next;

        /** The index of each sample within the two vectors that begin with the first; null if it may be beyond. */
        final int[] near;

        Taps(ScaleAxis x, int padded) {
            index = new int[padded];
            weight = new int[padded];
            next = x.size() > 1 ? 1 : 0;
            int lastPair = Math.max(x.size() - 2, 0);
            for (int i = 0; i < padded; i++) {
                int floor = x.floor(Math.min(i, x.length() - 1));
                index[i] = Math.max(0, Math.min(floor, lastPair));
                weight[i] = floor < 0 ? 0 : floor > lastPair ? 256 : x.fraction(Math.min(i, x.length() - 1));
            }
            near = SELECTS && x.size() > 1 ? near(index) : null;
        }

        private static int[] near(int[] index) {
            int[] near = new int[index.length];
            for (int i = 0; i < near.length; i++) {
                near[i] = index[i] - index[i / LANES * LANES];
                if (near[i] < 0 || near[i] >= 2 * LANES) {
                    return null;
                }
            }
            return near;
        }
    }

    private static final class BlendedRow {
        final int[] redBlue;
        final int[] green;
        int row = -1;

        BlendedRow(int width) {
            redBlue = new int[width];
            green = new int[width];
        }

        void fill(VectorRows rows, int wanted, Taps taps) {
            if (row != wanted) {
                row = wanted;
                int[] pixels = rows.row(wanted);
                if (taps.near == null) {
                    gather(pixels, taps.next, taps.index, taps.weight, redBlue, green);
                } else {
                    select(pixels, taps.near, taps.index, taps.weight, redBlue, green);
                }
            }
        }
    }

    /** Where the samples of one vector lie within two: found by moving lanes, which is faster than by gathering. */
    private static void select(int[] in, int[] near, int[] index, int[] weights, int[] redBlue, int[] green) {
        for (int i = 0; i < redBlue.length; i += LANES) {
            int base = index[i];
            IntVector at = IntVector.fromArray(INTS, near, i);
            VectorMask<Integer> second = at.compare(VectorOperators.GE, LANES);
            IntVector lanes = at.and(LANES - 1);
            IntVector p = lanes.selectFrom(IntVector.fromArray(INTS, in, base))
                    .blend(lanes.selectFrom(IntVector.fromArray(INTS, in, base + LANES)), second);
            IntVector q = lanes.selectFrom(IntVector.fromArray(INTS, in, base + 1))
                    .blend(lanes.selectFrom(IntVector.fromArray(INTS, in, base + 1 + LANES)), second);
            blend(p, q, IntVector.fromArray(INTS, weights, i), redBlue, green, i);
        }
    }

    private static void gather(
            int[] in, int next, int[] index, int[] weights, int[] redBlue, int[] green) {
        for (int i = 0; i < redBlue.length; i += LANES) {
            IntVector p = IntVector.fromArray(INTS, in, 0, index, i);
            IntVector q = IntVector.fromArray(INTS, in, next, index, i);
            blend(p, q, IntVector.fromArray(INTS, weights, i), redBlue, green, i);
        }
    }

    private static void blend(IntVector p, IntVector q, IntVector weight1, int[] redBlue, int[] green, int i) {
        IntVector weight0 = weight1.neg().add(256);
        p.and(0xff00ff).mul(weight0).add(q.and(0xff00ff).mul(weight1)).intoArray(redBlue, i);
        p.lanewise(VectorOperators.LSHR, 8).and(0xff).mul(weight0)
                .add(q.lanewise(VectorOperators.LSHR, 8).and(0xff).mul(weight1)).intoArray(green, i);
    }

    private static void mix(
            int[] redBlue0, int[] green0, int[] redBlue1, int[] green1, int weight1, int[] out, int alpha) {
        int weight0 = 256 - weight1;
        for (int i = 0; i < out.length; i += LANES) {
            IntVector p = IntVector.fromArray(INTS, redBlue0, i);
            IntVector q = IntVector.fromArray(INTS, redBlue1, i);
            IntVector red = p.lanewise(VectorOperators.LSHR, 16).mul(weight0)
                    .add(q.lanewise(VectorOperators.LSHR, 16).mul(weight1)).add(ROUND).and(0xff0000);
            IntVector blue = p.and(0xffff).mul(weight0).add(q.and(0xffff).mul(weight1)).add(ROUND)
                    .lanewise(VectorOperators.LSHR, 16);
            IntVector green = IntVector.fromArray(INTS, green0, i).mul(weight0)
                    .add(IntVector.fromArray(INTS, green1, i).mul(weight1)).add(ROUND)
                    .lanewise(VectorOperators.LSHR, 8).and(0xff00);
            red.or(green).or(blue).or(alpha).intoArray(out, i);
        }
    }
}
