package dev.hotpix.kernels;

/**
 * The inner loops of area averaging. The order of float operations is part of the result: products round, and so
 * do sums beyond 24 bits.
 */
interface AreaKernel {

    /**
     * Adds a row of opaque pixels to the sums of red, green and blue; the high byte of each pixel is ignored.
     *
     * @param rowWeight how much of the source row lies in the destination row
     */
    void addOpaque(int[] row, int offset, AreaRuns runs, float rowWeight, AreaSums sums);

    /** The same with alpha: colours are weighted by it, and it is summed too. */
    void addTranslucent(int[] argb, int offset, AreaRuns runs, float rowWeight, AreaSums sums);

    /**
     * Divides sums that hold opaque pixels only.
     *
     * @param area source pixels, as a float
     */
    void averageOpaque(AreaSums sums, float area, int[] argb);

    /** Divides sums that hold alpha. */
    void averageTranslucent(AreaSums sums, float area, int[] argb);
}
