package dev.hotpix.kernels;

import java.lang.reflect.InvocationTargetException;

/**
 * The kernels of this JVM, and which of them serves what: where stock was measured to be as fast, none does. The
 * limits are those of JDK 17 and 25 on a CPU with AVX2; {@code ResizeBench} prints what they rest on.
 */
public final class Kernels {

    /** A filter that blends neighbouring pixels. */
    public enum Filter {
        /** Two by two neighbours. */
        BILINEAR,
        /** Four by four neighbours. */
        BICUBIC
    }

    private static final String VECTOR_KERNELS = "dev.hotpix.kernels.VectorKernels";

    /** The widest vectors that are chosen unasked: 512 bits were no faster. */
    public static final int DEFAULT_BITS = 256;

    /**
     * Source pixels per destination pixel beyond which stock, which reads only what it needs, is as fast; in
     * 1/2^32.
     */
    private static final long MOST_BILINEAR = 12L << 32;
    private static final long MOST_BICUBIC = 5L << 31;
    private static final long MOST_BICUBIC_VECTOR = 5L << 32;

    private static final long UNSHARED = 3L << 31;
    private static final long UNSHARED_INTS = 3L << 32;

    private final KernelSet scalar = new ScalarKernels();
    private final KernelSet vector;

    private Kernels(KernelSet vector) {
        this.vector = vector;
    }

    /** The kernels in plain Java. */
    public static Kernels scalar() {
        return new Kernels(null);
    }

    /**
     * The kernels with the Vector API, beside those in plain Java. The width counts for the whole JVM: of several
     * calls the first decides.
     *
     * @param bits of a vector, 64 to 512; at most the CPU's own width is used
     * @throws ReflectiveOperationException if there is no Vector API
     * @throws LinkageError if there is no Vector API that these kernels know
     */
    public static Kernels vector(int bits) throws ReflectiveOperationException {
        try {
            return new Kernels((KernelSet) Class.forName(VECTOR_KERNELS)
                    .getDeclaredMethod("create", int.class).invoke(null, bits));
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Error) {
                throw (Error) failed.getCause();
            }
            throw failed;
        }
    }

    /** {@code scalar}, or {@code vector-} and the width in bits. */
    public String name() {
        return vector == null ? scalar.name() : vector.name();
    }

    /** The preferred implementations, whatever stock's speed. */
    KernelSet set() {
        return vector == null ? scalar : vector;
    }

    /** Whether there are kernels with the Vector API. */
    public boolean isVector() {
        return vector != null;
    }

    /**
     * What is to scale an image.
     *
     * @return null if stock is as fast
     */
    public Interpolation interpolation(Filter filter, ScaleAxis x, ScaleAxis y) {
        long step = Math.max(x.step(), y.step());
        if (filter == Filter.BILINEAR) {
            if (x.isHalving() && y.isHalving()) {
                return set().halving();
            }
            return step > MOST_BILINEAR ? null : set().bilinear();
        }
        return vector != null && step <= MOST_BICUBIC_VECTOR ? vector.bicubic()
                : step <= MOST_BICUBIC ? scalar.bicubic() : null;
    }

    /**
     * Whether so much smaller an image is made that two destination rows hardly share a source row: bilinear kernels
     * work in another way then.
     */
    public static boolean isReduction(PixelLayout source, ScaleAxis y) {
        return y.step() >= (source.isInt() ? UNSHARED_INTS : UNSHARED);
    }

    /** Whether {@link #interpolation} gave a kernel with the Vector API. */
    public boolean isVector(Interpolation kernel) {
        return vector != null
                && (kernel == vector.bilinear() || kernel == vector.bicubic() || kernel == vector.halving());
    }

    /** Whether an interpolation may write over its own source, to the same origin. */
    public boolean worksInPlace(Interpolation kernel) {
        return kernel == scalar.halving() || vector != null && kernel == vector.halving();
    }

    /**
     * What is to average areas.
     *
     * @param opaque whether all source pixels are
     */
    public AreaAveraging areaAveraging(int sourceWidth, int sourceHeight, int width, int height, boolean opaque) {
        return new AreaAveraging(set().area(), sourceWidth, sourceHeight, width, height,
                opaque);
    }
}
