package dev.hotpix.kernels;

/** One implementation of each inner loop. */
abstract class KernelSet {

    private final String name;
    private final Interpolation bilinear;
    private final Interpolation bicubic;
    private final Interpolation halving;
    private final AreaKernel area;

    KernelSet(String name, Interpolation bilinear, Interpolation bicubic, Interpolation halving, AreaKernel area) {
        this.name = name;
        this.bilinear = bilinear;
        this.bicubic = bicubic;
        this.halving = halving;
        this.area = area;
    }

    /** {@code scalar}, or {@code vector-} and the width in bits. */
    String name() {
        return name;
    }

    Interpolation bilinear() {
        return bilinear;
    }

    Interpolation bicubic() {
        return bicubic;
    }

    /** To exactly one half; may be done in place. */
    Interpolation halving() {
        return halving;
    }

    AreaKernel area() {
        return area;
    }
}
