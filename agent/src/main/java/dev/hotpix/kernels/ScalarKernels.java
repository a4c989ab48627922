package dev.hotpix.kernels;

/** The kernels in plain Java, for every JVM. */
final class ScalarKernels extends KernelSet {

    ScalarKernels() {
        super("scalar", new Bilinear(), new Bicubic(), new Halving(), new ScalarAreaKernel());
    }
}
