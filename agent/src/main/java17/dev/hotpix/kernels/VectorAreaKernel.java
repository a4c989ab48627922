package dev.hotpix.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Area averaging with the Vector API: one lane is one destination column, so that each sum still takes its
 * samples in their order. No fused multiply-add: it rounds once where stock rounds twice.
 */
final class VectorAreaKernel implements AreaKernel {

    private static final VectorSpecies<Integer> INTS = VectorWidth.INTS;
    private static final VectorSpecies<Float> FLOATS = VectorWidth.FLOATS;
    private static final int LANES = INTS.length();

    /** JDK 17 has no vector instruction for it. */
    private static final boolean CONVERTS_TO_INT = Runtime.version().feature() > 18;

    @Override
    public void addOpaque(int[] row, int offset, AreaRuns runs, float rowWeight, AreaSums sums) {
        int columns = runs.columns();
        int bound = columns - columns % LANES;
        int[] index = runs.index();
        float[] weight = runs.weight();
        for (int dx = 0; dx < bound; dx += LANES) {
            addOpaque(row, offset, index, weight, columns, dx, rowWeight, sums.red, sums.green, sums.blue);
        }
        ScalarAreaKernel.addOpaque(row, offset, runs, bound, rowWeight, sums);
    }

    private static void addOpaque(
            int[] row, int offset, int[] index, float[] weight, int columns, int dx, float rowWeight, float[] red,
            float[] green, float[] blue) {
        FloatVector r = FloatVector.fromArray(FLOATS, red, dx);
        FloatVector g = FloatVector.fromArray(FLOATS, green, dx);
        FloatVector b = FloatVector.fromArray(FLOATS, blue, dx);
        for (int k = dx; k < index.length; k += columns) {
            IntVector p = IntVector.fromArray(INTS, row, offset, index, k);
            FloatVector w = FloatVector.fromArray(FLOATS, weight, k).mul(rowWeight);
            r = r.add(w.mul(toFloat(p.lanewise(VectorOperators.LSHR, 16).and(0xff))));
            g = g.add(w.mul(toFloat(p.lanewise(VectorOperators.LSHR, 8).and(0xff))));
            b = b.add(w.mul(toFloat(p.and(0xff))));
        }
        r.intoArray(red, dx);
        g.intoArray(green, dx);
        b.intoArray(blue, dx);
    }

    private static FloatVector toFloat(IntVector ints) {
        return (FloatVector) ints.convertShape(VectorOperators.I2F, FLOATS, 0);
    }

    /** Plain Java: with alpha the vector code was slower. */
    @Override
    public void addTranslucent(int[] argb, int offset, AreaRuns runs, float rowWeight, AreaSums sums) {
        ScalarAreaKernel.addTranslucent(argb, offset, runs, 0, rowWeight, sums);
    }

    @Override
    public void averageOpaque(AreaSums sums, float area, int[] argb) {
        int bound = CONVERTS_TO_INT ? argb.length - argb.length % LANES : 0;
        FloatVector divisor = FloatVector.broadcast(FLOATS, area);
        for (int x = 0; x < bound; x += LANES) {
            IntVector r = component(FloatVector.fromArray(FLOATS, sums.red, x), divisor);
            IntVector g = component(FloatVector.fromArray(FLOATS, sums.green, x), divisor);
            IntVector b = component(FloatVector.fromArray(FLOATS, sums.blue, x), divisor);
            r.lanewise(VectorOperators.LSHL, 16).or(g.lanewise(VectorOperators.LSHL, 8)).or(b).or(0xff000000)
                    .intoArray(argb, x);
        }
        ScalarAreaKernel.averageOpaque(sums, area, argb, bound);
    }

    @Override
    public void averageTranslucent(AreaSums sums, float area, int[] argb) {
        ScalarAreaKernel.averageTranslucent(sums, area, argb, 0);
    }

    private static IntVector component(FloatVector sum, FloatVector divisor) {
        FloatVector quotient = sum.div(divisor);
        IntVector whole = toInt(quotient);
        FloatVector rest = quotient.sub(toFloat(whole));
        return whole.add(toInt(rest.add(rest))).min(255);
    }

    private static IntVector toInt(FloatVector floats) {
        return (IntVector) floats.convertShape(VectorOperators.F2I, INTS, 0);
    }
}
