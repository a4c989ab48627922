package dev.hotpix.kernels;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Halving} with the Vector API: two pixels to a long, all components of which are added at once. Both source
 * rows are read before their destination row is written, so it may be done in place.
 */
final class VectorHalving implements Interpolation {

    private static final VectorSpecies<Long> LONGS = VectorWidth.LONGS;
    private static final int LANES = LONGS.length();
    private static final long LOW_HALF = 0xffff_ffffL;

    @Override
    public void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y) {
        int width = x.length();
        int padded = (width + LANES - 1) / LANES * LANES;
        long[] upper = new long[padded];
        long[] lower = new long[padded];
        long[] result = new long[padded];
        VectorPixelPairs pairs = new VectorPixelPairs(source.layout(), even(width), true);
        SourceRows rows = new SourceRows(source);
        RowOutput out = new RowOutput(destination, 0, width);
        for (int i = 0; i < y.length(); i++) {
            if (source.layout().isInt()) {
                pairs.of(source.ints(), source.rowOffset(2 * i), upper);
                pairs.of(source.ints(), source.rowOffset(2 * i + 1), lower);
            } else {
                rows.select(2 * i, 2 * i + 1);
                pairs.of(rows.first(), rows.firstOffset(), upper);
                pairs.of(rows.second(), rows.secondOffset(), lower);
            }
            average(upper, lower, result);
            out.write(i, result, VectorRows::pack);
        }
    }

    private static int[] even(int count) {
        int[] even = new int[count];
        for (int i = 0; i < count; i++) {
            even[i] = 2 * i;
        }
        return even;
    }

    private static void average(long[] a, long[] b, long[] out) {
        for (int i = 0; i < out.length; i += LANES) {
            ShortVector p = LongVector.fromArray(LONGS, a, i).reinterpretAsShorts();
            ShortVector q = LongVector.fromArray(LONGS, b, i).reinterpretAsShorts();
            // Blue and red of the left pixels and green of the right ones; and the other way round.
            ShortVector even = p.and((short) 0xff).add(q.and((short) 0xff));
            LongVector odds = p.lanewise(VectorOperators.LSHR, 8).add(q.lanewise(VectorOperators.LSHR, 8))
                    .reinterpretAsLongs();
            // Blue, red, green; the fourth lane is undefined.
            LongVector sum = even.add(odds.lanewise(VectorOperators.LSHR, 16).and(LOW_HALF).reinterpretAsShorts())
                    .add(odds.lanewise(VectorOperators.LSHL, 32).reinterpretAsShorts()).add((short) 2)
                    .lanewise(VectorOperators.LSHR, 2).reinterpretAsLongs();
            sum.or(sum.lanewise(VectorOperators.LSHR, 24)).intoArray(out, i);
        }
    }
}
