package dev.hotpix.kernels;

/** The kernels that tests compare with stock. */
enum TestedKernels {
    SCALAR,
    VECTOR;

    /** Random operations per kind; set {@code hotpix.test.resize} for long runs. */
    static final int OPERATIONS = Integer.getInteger("hotpix.test.resize", 2000);

    Kernels kernels() throws ReflectiveOperationException {
        // One width per JVM: tests of other widths run with the property.
        return this == SCALAR ? Kernels.scalar()
                : Kernels.vector(Integer.getInteger("hotpixtest.vector.bits", Kernels.DEFAULT_BITS));
    }
}
