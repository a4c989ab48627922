package dev.hotpix.redirect.jpeg.probe;

/**
 * A quantization table in zig-zag order (ITU-T T.81 A.3.6, B.2.4.1).
 *
 * <p>The tables have the shape of the examples in T.81 Annex K.1, steps growing with frequency
 * and faster for chroma, but are computed. They are not symmetric, so that a table used
 * transposed does not go unnoticed.
 */
final class QuantizationTable {

    static final int SIZE = 64;

    private static final int[] ZIGZAG_TO_NATURAL = zigzag();

    private final int[] steps = new int[SIZE];

    private QuantizationTable(int dc, int perColumn, int perRow, int limit, int percent) {
        for (int k = 0; k < SIZE; k++) {
            int column = ZIGZAG_TO_NATURAL[k] % 8;
            int row = ZIGZAG_TO_NATURAL[k] / 8;
            int step = Math.min(dc + perColumn * column + perRow * row, limit);
            steps[k] = Math.max(1, (step * percent + 50) / 100);
        }
    }

    /** {@code fine} is about what encoders call quality 95, otherwise about quality 50. */
    static QuantizationTable luma(boolean fine) {
        return new QuantizationTable(16, 6, 8, 120, fine ? 10 : 100);
    }

    /** {@code fine} is about what encoders call quality 95, otherwise about quality 50. */
    static QuantizationTable chroma(boolean fine) {
        return new QuantizationTable(17, 12, 10, 99, fine ? 10 : 100);
    }

    /** The step of the coefficient at zig-zag position {@code k}. */
    int step(int k) {
        return steps[k];
    }

    /** The raster position in the block (row times eight plus column) of each zig-zag position. */
    static int natural(int k) {
        return ZIGZAG_TO_NATURAL[k];
    }

    /** T.81 figure A.6: along the anti-diagonals, upwards on the even ones. */
    private static int[] zigzag() {
        int[] order = new int[SIZE];
        int k = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            int from = Math.max(0, diagonal - 7);
            int to = Math.min(7, diagonal);
            for (int i = from; i <= to; i++) {
                int column = diagonal % 2 == 0 ? i : diagonal - i;
                order[k++] = (diagonal - column) * 8 + column;
            }
        }
        return order;
    }
}
