package dev.hotpix.kernels;

import java.util.Arrays;

/**
 * Scales by averaging the source pixels under each destination pixel, as
 * {@code java.awt.image.AreaAveragingScaleFilter} does: rows come in from top to bottom, and destination rows go
 * out as soon as they are complete.
 */
public final class AreaAveraging {

    /**
     * Opaque pixels under one destination pixel up to which rounding cannot bring the average of their alphas,
     * all 255, under 254.5.
     */
    private static final long MOST_OPAQUE = 20_000;

    /** Receives destination rows, from top to bottom. */
    public interface RowSink {

        /**
         * Takes one row.
         *
         * @param argb valid until the call returns; the same array each time
         */
        void row(int y, int[] argb);
    }

    private final AreaKernel kernel;
    private final int sourceHeight;
    private final int destinationHeight;
    private final float area;
    private final boolean opaque;
    private final AreaRuns runs;
    private final AreaSums sums;
    private final int[] output;
    private int destinationRow;
    private int rowRest;

    AreaAveraging(AreaKernel kernel, int sourceWidth, int sourceHeight, int width, int height, boolean opaque) {
        this.kernel = kernel;
        this.sourceHeight = sourceHeight;
        this.destinationHeight = height;
        this.area = (float) sourceWidth * sourceHeight;
        this.opaque = opaque && isAlphaSafe(sourceWidth, sourceHeight, width, height);
        this.runs = new AreaRuns(sourceWidth, width);
        this.sums = new AreaSums(new float[width], new float[width], new float[width], new float[width]);
        this.output = new int[width];
    }

    private static boolean isAlphaSafe(int sourceWidth, int sourceHeight, int width, int height) {
        return (sourceWidth / width + 2L) * (sourceHeight / height + 2L) <= MOST_OPAQUE;
    }

    /**
     * Adds the next source row.
     *
     * @param argb pixels with colours not premultiplied; for an opaque scale the high byte must be 0xff unless
     *     {@link #ignoresAlpha()}
     */
    public void add(int[] argb, int offset, RowSink sink) {
        int sourceRest = destinationHeight;
        while (sourceRest > 0) {
            if (rowRest == 0) {
                clear();
                rowRest = sourceHeight;
            }
            int amount = Math.min(sourceRest, rowRest);
            if (opaque) {
                kernel.addOpaque(argb, offset, runs, amount, sums);
            } else {
                kernel.addTranslucent(argb, offset, runs, amount, sums);
            }
            rowRest -= amount;
            sourceRest -= amount;
            if (rowRest == 0) {
                average();
                sink.row(destinationRow++, output);
                // Rows that lie in one source row as this one does are the same.
                while (amount == sourceHeight && sourceRest >= amount) {
                    sink.row(destinationRow++, output);
                    sourceRest -= amount;
                }
            }
        }
    }

    /** Whether the high byte of pixels is not looked at. */
    public boolean ignoresAlpha() {
        return opaque;
    }

    private void clear() {
        Arrays.fill(sums.red, 0);
        Arrays.fill(sums.green, 0);
        Arrays.fill(sums.blue, 0);
        if (!opaque) {
            Arrays.fill(sums.alpha, 0);
        }
    }

    private void average() {
        if (opaque) {
            kernel.averageOpaque(sums, area, output);
        } else {
            kernel.averageTranslucent(sums, area, output);
        }
    }
}
