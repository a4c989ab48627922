package dev.hotpix.kernels;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The species that all kernels use: constants, without which the compiler makes no vector code. */
final class VectorWidth {

    /** Bits of a vector. */
    static final int BITS = VectorKernels.bits();

    private static final VectorShape SHAPE = VectorShape.forBitSize(BITS);

    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_MAX.withShape(SHAPE);
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_MAX.withShape(SHAPE);
    static final VectorSpecies<Long> LONGS = LongVector.SPECIES_MAX.withShape(SHAPE);
    static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_MAX.withShape(SHAPE);

    private VectorWidth() {
    }
}
