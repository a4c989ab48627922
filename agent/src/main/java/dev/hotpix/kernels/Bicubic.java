package dev.hotpix.kernels;

/**
 * Bicubic scaling in plain Java (Keys' kernel with a = -0.5, weights of 8 bits as the JDK's table has them). Each
 * component is {@code (sum of sixteen samples x column weight x row weight + 2^15) >> 16}, clamped to 0..255:
 * no rounding in between, so the directions separate. Each source row is filtered horizontally once.
 */
final class Bicubic implements Interpolation {

    private static final int ROWS = 4;
    private static final int ROUND = 0x8000;

    /** Three components of one pixel in one long, with room for filtered ones and the carry of negative weights. */
    private static final int FIELD = 21;
    private static final int FIELD_MASK = (1 << FIELD) - 1;

    /** More than the most negative filtered sample. */
    private static final int BIAS = 1 << 15;
    private static final long BIASES = (long) BIAS << 2 * FIELD | (long) BIAS << FIELD | BIAS;

    private static final int[] WEIGHTS = weights();

    /** Weights by distance in 1/256 pixel. The four of a position always add up to 256. */
    private static int[] weights() {
        double a = -0.5;
        int[] table = new int[513];
        for (int i = 0; i < 256; i++) {
            double x = i / 256.0;
            table[i] = (int) ((((a + 2) * x - (a + 3)) * x * x + 1) * 256);
        }
        for (int i = 256; i < 384; i++) {
            double x = i / 256.0;
            table[i] = (int) ((((a * x - 5 * a) * x + 8 * a) * x - 4 * a) * 256);
        }
        table[384] = (256 - table[128] * 2) / 2;
        for (int i = 385; i <= 512; i++) {
            table[i] = 256 - (table[512 - i] + table[i - 256] + table[768 - i]);
        }
        return table;
    }

    @Override
    public void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y) {
        int width = x.length();
        RowOutput out = new RowOutput(destination, x.from(), width);
        int[] columns = new int[4 * width];
        int[] columnWeights = new int[4 * width];
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < 4; k++) {
                columns[4 * i + k] = x.clamp(x.floor(i) - 1 + k);
                columnWeights[4 * i + k] = weight(x.fraction(i), k);
            }
        }
        FilteredRow[] rows = new FilteredRow[ROWS];
        for (int k = 0; k < ROWS; k++) {
            rows[k] = new FilteredRow(width);
        }
        SpreadRow spread = new SpreadRow(source, columns);
        for (int i = 0; i < y.length(); i++) {
            int top = y.floor(i) - 1;
            for (int k = 0; k < ROWS; k++) {
                int wanted = y.clamp(top + k);
                FilteredRow row = rows[wanted & ROWS - 1];
                if (row.row != wanted) {
                    row.row = wanted;
                    filter(spread.row(wanted), columns, columnWeights, row.red, row.green, row.blue);
                }
            }
            mix(rows, y, i, out.pixels(), out.alpha());
            out.write(y.from() + i);
        }
    }

    /** The weight of tap k, 0 to 3, of a position that lies a fraction behind tap 1. */
    static int weight(int fraction, int k) {
        return WEIGHTS[Math.abs((k - 1 << 8) - fraction)];
    }

    private static void filter(long[] in, int[] columns, int[] weights, int[] red, int[] green, int[] blue) {
        for (int i = 0; i < red.length; i++) {
            int k = 4 * i;
            long sum = in[columns[k]] * weights[k] + in[columns[k + 1]] * weights[k + 1]
                    + in[columns[k + 2]] * weights[k + 2] + in[columns[k + 3]] * weights[k + 3] + BIASES;
            blue[i] = ((int) sum & FIELD_MASK) - BIAS;
            green[i] = ((int) (sum >>> FIELD) & FIELD_MASK) - BIAS;
            red[i] = ((int) (sum >>> 2 * FIELD) & FIELD_MASK) - BIAS;
        }
    }

    private static void mix(FilteredRow[] rows, ScaleAxis y, int i, int[] out, int alpha) {
        FilteredRow row0 = rows[y.clamp(y.floor(i) - 1) & ROWS - 1];
        FilteredRow row1 = rows[y.clamp(y.floor(i)) & ROWS - 1];
        FilteredRow row2 = rows[y.clamp(y.floor(i) + 1) & ROWS - 1];
        FilteredRow row3 = rows[y.clamp(y.floor(i) + 2) & ROWS - 1];
        int w0 = weight(y.fraction(i), 0);
        int w1 = weight(y.fraction(i), 1);
        int w2 = weight(y.fraction(i), 2);
        int w3 = weight(y.fraction(i), 3);
        mix(row0.red, row1.red, row2.red, row3.red, w0, w1, w2, w3, 16, out, alpha);
        merge(row0.green, row1.green, row2.green, row3.green, w0, w1, w2, w3, 8, out);
        merge(row0.blue, row1.blue, row2.blue, row3.blue, w0, w1, w2, w3, 0, out);
    }

    /** Ints only, one statement per pixel: the compiler makes vector code of it. */
    private static void mix(
            int[] row0, int[] row1, int[] row2, int[] row3, int w0, int w1, int w2, int w3, int shift, int[] out,
            int rest) {
        for (int i = 0; i < row0.length; i++) {
            int sum = row0[i] * w0 + row1[i] * w1 + row2[i] * w2 + row3[i] * w3 + ROUND >> 16;
            out[i] = rest | Math.max(0, Math.min(sum, 255)) << shift;
        }
    }

    private static void merge(
            int[] row0, int[] row1, int[] row2, int[] row3, int w0, int w1, int w2, int w3, int shift, int[] out) {
        for (int i = 0; i < row0.length; i++) {
            int sum = row0[i] * w0 + row1[i] * w1 + row2[i] * w2 + row3[i] * w3 + ROUND >> 16;
            out[i] |= Math.max(0, Math.min(sum, 255)) << shift;
        }
    }

    /** A source row whose pixels are ready to be multiplied: one long each. */
    private static final class SpreadRow {
        private final PixelArea source;
        private final int from;
        private final int count;
        private final int[] ints;
        private final long[] longs;

        SpreadRow(PixelArea source, int[] columns) {
            this.source = source;
            int low = Integer.MAX_VALUE;
            int high = 0;
            for (int column : columns) {
                low = Math.min(low, column);
                high = Math.max(high, column);
            }
            from = low;
            count = high - low + 1;
            ints = source.layout().isInt() ? source.ints() : new int[count];
            longs = new long[source.width()];
        }

        long[] row(int y) {
            int offset = 0;
            if (source.layout().isInt()) {
                offset = source.rowOffset(y) + from;
            } else {
                PackedPixels.fromBgr(source.bytes(), source.rowOffset(y) + 3 * from, ints, 0, count, 0);
            }
            spread(ints, offset, longs, from, count);
            return longs;
        }
    }

    private static void spread(int[] in, int inOffset, long[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            long p = in[inOffset + i];
            out[outOffset + i] = p & 0xff | (p & 0xff00) << FIELD - 8 | (p & 0xff0000) << 2 * FIELD - 16;
        }
    }
}
