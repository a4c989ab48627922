package dev.hotpix.kernels;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Bilinear scaling with the Vector API where source rows are hardly shared between destination rows. The two pixels
 * that a column needs of each row are copied, a long each, next to those of the neighbouring columns: that is cheaper
 * than moving lanes. Then all is 16-bit arithmetic, vertically first.
 */
final class VectorReduction {

    private static final VectorSpecies<Long> LONGS = VectorWidth.LONGS;
    private static final int LANES = LONGS.length();
    private static final long EACH_SHORT = 0x0001_0001_0001_0001L;
    private static final long LOW_HALF = 0xffff_ffffL;

    private final long[] weight;
    private final long[] upper;
    private final long[] lower;
    private final long[] result;

    /** A row of {@code width} columns. */
    private VectorReduction(int width) {
        int padded = (width + LANES - 1) / LANES * LANES;
        weight = new long[padded];
        upper = new long[padded];
        lower = new long[padded];
        result = new long[padded];
    }

    /** See {@link Interpolation#scale}. */
    static void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y) {
        VectorReduction row = new VectorReduction(x.length());
        VectorPixelPairs pairs = new VectorPixelPairs(source.layout(), row.takeTaps(x), x.size() > 1);
        SourceRows rows = new SourceRows(source);
        RowOutput out = new RowOutput(destination, x.from(), x.length());
        for (int i = 0; i < y.length(); i++) {
            int row0 = y.clamp(y.floor(i));
            int row1 = y.clamp(y.floor(i) + 1);
            if (source.layout().isInt()) {
                pairs.of(source.ints(), source.rowOffset(row0), row.upper);
                pairs.of(source.ints(), source.rowOffset(row1), row.lower);
            } else {
                rows.select(row0, row1);
                pairs.of(rows.first(), rows.firstOffset(), row.upper);
                pairs.of(rows.second(), rows.secondOffset(), row.lower);
            }
            blend(row.upper, row.lower, (short) y.fraction(i), row.weight, row.result);
            out.write(y.from() + i, row.result, VectorRows::pack);
        }
    }

    /** Sets the weights, and tells where each column's two samples begin: at the edges the weight says which counts. */
    private int[] takeTaps(ScaleAxis x) {
        int[] first = new int[x.length()];
        int lastPair = Math.max(x.size() - 2, 0);
        for (int i = 0; i < first.length; i++) {
            int floor = x.floor(i);
            first[i] = Math.max(0, Math.min(floor, lastPair));
            weight[i] = x.size() == 1 || floor < 0 ? 0 : (floor > lastPair ? 256 : x.fraction(i)) * EACH_SHORT;
        }
        return first;
    }

    /**
     * Blends two pixels of one row with two of the next.
     *
     * @param a two pixels in the low 6 bytes: blue, green, red, blue, green, red; so is {@code b}
     * @param weight four times the same
     * @param out the pixel in the low 24 bits; those above are undefined
     */
    private static void blend(long[] a, long[] b, short rowWeight, long[] weight, long[] out) {
        for (int i = 0; i < out.length; i += LANES) {
            ShortVector p = LongVector.fromArray(LONGS, a, i).reinterpretAsShorts();
            ShortVector q = LongVector.fromArray(LONGS, b, i).reinterpretAsShorts();
            // Blue and red of the first pixel and green of the second; and the other way round.
            ShortVector even = p.lanewise(VectorOperators.LSHL, 8)
                    .add(q.and((short) 0xff).sub(p.and((short) 0xff)).mul(rowWeight));
            ShortVector odd = p.and((short) 0xff00)
                    .add(q.lanewise(VectorOperators.LSHR, 8).sub(p.lanewise(VectorOperators.LSHR, 8)).mul(rowWeight));
            LongVector evens = even.reinterpretAsLongs();
            LongVector odds = odd.reinterpretAsLongs();
            // Blue, red, green of the first pixels, and of the second ones; the fourth lane is undefined.
            ShortVector first = evens.and(LOW_HALF).or(odds.lanewise(VectorOperators.LSHL, 32)).reinterpretAsShorts();
            ShortVector second = odds.lanewise(VectorOperators.LSHR, 16).and(LOW_HALF).or(evens.and(~LOW_HALF))
                    .reinterpretAsShorts();
            ShortVector w = LongVector.fromArray(LONGS, weight, i).reinterpretAsShorts();
            // The high and the low bytes apart: 24 bits do not fit, but what is carried of the low ones does.
            ShortVector high = first.and((short) 0xff00).add(second.lanewise(VectorOperators.LSHR, 8)
                    .sub(first.lanewise(VectorOperators.LSHR, 8)).mul(w));
            ShortVector low = first.lanewise(VectorOperators.LSHL, 8)
                    .add(second.and((short) 0xff).sub(first.and((short) 0xff)).mul(w));
            LongVector sum = high.add(low.lanewise(VectorOperators.LSHR, 8)).add((short) 128)
                    .lanewise(VectorOperators.LSHR, 8).reinterpretAsLongs();
            sum.or(sum.lanewise(VectorOperators.LSHR, 24)).intoArray(out, i);
        }
    }
}
