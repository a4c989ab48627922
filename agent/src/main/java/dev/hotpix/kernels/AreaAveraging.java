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
    private final int sourceWidth;
    private final int sourceHeight;
    private final int destinationHeight;
    private final float area;
    private final boolean opaque;
    private final boolean alphaSafe;
    private final AreaRuns runs;
    private final AreaSums sums;
    private final int[] output;
    private int destinationRow;
    private int rowRest;

    /** Source rows that the sums hold so far, all opaque: their alphas have not been added. */
    private final int[] opaqueAmounts;
    private int opaqueCount;
    private boolean opaqueSoFar;

    AreaAveraging(AreaKernel kernel, int sourceWidth, int sourceHeight, int width, int height, boolean opaque) {
        this.kernel = kernel;
        this.sourceWidth = sourceWidth;
        this.sourceHeight = sourceHeight;
        this.destinationHeight = height;
        this.area = (float) sourceWidth * sourceHeight;
        this.alphaSafe = (sourceWidth / width + 2L) * (sourceHeight / height + 2L) <= MOST_OPAQUE;
        this.opaque = opaque && alphaSafe;
        this.runs = new AreaRuns(sourceWidth, width);
        this.sums = new AreaSums(new float[width], new float[width], new float[width], new float[width]);
        this.output = new int[width];
        this.opaqueAmounts = new int[sourceHeight / height + 2];
    }

    /**
     * Adds the next source row.
     *
     * @param argb pixels with colours not premultiplied; for an opaque scale the high byte must be 0xff unless
     *     {@link #ignoresAlpha()}
     */
    public void add(int[] argb, int offset, RowSink sink) {
        boolean opaqueRow = opaque || alphaSafe && isOpaque(argb, offset);
        int sourceRest = destinationHeight;
        while (sourceRest > 0) {
            if (rowRest == 0) {
                clear();
                rowRest = sourceHeight;
            }
            int amount = Math.min(sourceRest, rowRest);
            add(argb, offset, amount, opaqueRow);
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

    private boolean isOpaque(int[] argb, int offset) {
        int common = 0xff000000;
        for (int i = offset; i < offset + sourceWidth; i++) {
            common &= argb[i];
        }
        return common == 0xff000000;
    }

    private void add(int[] argb, int offset, int amount, boolean opaqueRow) {
        if (opaqueRow && opaqueSoFar) {
            opaqueAmounts[opaqueCount++] = amount;
            kernel.addOpaque(argb, offset, runs, amount, sums);
            return;
        }
        if (opaqueSoFar) {
            // The sum of alphas takes the same terms in the same order, only later.
            opaqueSoFar = false;
            for (int i = 0; i < opaqueCount; i++) {
                ScalarAreaKernel.addAlpha(runs, opaqueAmounts[i], sums.alpha);
            }
        }
        kernel.addTranslucent(argb, offset, runs, amount, sums);
    }

    /** Whether the high byte of pixels is not looked at. */
    public boolean ignoresAlpha() {
        return opaque;
    }

    private void clear() {
        Arrays.fill(sums.red, 0);
        Arrays.fill(sums.green, 0);
        Arrays.fill(sums.blue, 0);
        Arrays.fill(sums.alpha, 0);
        opaqueSoFar = alphaSafe;
        opaqueCount = 0;
    }

    private void average() {
        if (opaqueSoFar) {
            kernel.averageOpaque(sums, area, output);
        } else {
            kernel.averageTranslucent(sums, area, output);
        }
    }
}
