package dev.hotpix.kernels;

import jdk.incubator.vector.VectorShape;

/**
 * The kernels with the Vector API. Holds no vector type itself: those are in classes that are loaded when the
 * width is known.
 */
final class VectorKernels extends KernelSet {

    private static volatile int bits;

    private VectorKernels() {
        super("vector-" + bits, new VectorBilinear(), new VectorBicubic(), new VectorHalving(), new VectorAreaKernel());
    }

    /**
     * Called by name, once in a JVM.
     *
     * @param wanted bits of a vector; the CPU's own width if that is less
     */
    static KernelSet create(int wanted) {
        bits = Math.min(wanted, VectorShape.preferredShape().vectorBitSize());
        return new VectorKernels();
    }

    static int bits() {
        return bits;
    }
}
