package dev.hotpix.kernels;

/** Area averaging in plain Java. */
final class ScalarAreaKernel implements AreaKernel {

    /** What a colour is multiplied with, by alpha. */
    private static final float[] ALPHA_SCALE = alphaScale();

    private static float[] alphaScale() {
        float[] scale = new float[256];
        for (int a = 0; a < 256; a++) {
            scale[a] = a / 255.0f;
        }
        return scale;
    }

    @Override
    public void addOpaque(int[] row, int offset, AreaRuns runs, float rowWeight, AreaSums sums) {
        addOpaque(row, offset, runs, 0, rowWeight, sums);
    }

    /** From column {@code from} on. */
    static void addOpaque(int[] row, int offset, AreaRuns runs, int from, float rowWeight, AreaSums sums) {
        int columns = runs.columns();
        int[] index = runs.index();
        float[] weight = runs.weight();
        for (int dx = from; dx < columns; dx++) {
            float r = sums.red[dx];
            float g = sums.green[dx];
            float b = sums.blue[dx];
            for (int k = dx; k < index.length; k += columns) {
                int p = row[offset + index[k]];
                float w = weight[k] * rowWeight;
                r += w * (p >> 16 & 0xff);
                g += w * (p >> 8 & 0xff);
                b += w * (p & 0xff);
            }
            sums.red[dx] = r;
            sums.green[dx] = g;
            sums.blue[dx] = b;
        }
    }

    @Override
    public void addTranslucent(int[] argb, int offset, AreaRuns runs, float rowWeight, AreaSums sums) {
        addTranslucent(argb, offset, runs, 0, rowWeight, sums);
    }

    /** From column {@code from} on. */
    static void addTranslucent(int[] argb, int offset, AreaRuns runs, int from, float rowWeight, AreaSums sums) {
        int columns = runs.columns();
        int[] index = runs.index();
        float[] weight = runs.weight();
        for (int dx = from; dx < columns; dx++) {
            float a = sums.alpha[dx];
            float r = sums.red[dx];
            float g = sums.green[dx];
            float b = sums.blue[dx];
            for (int k = dx; k < index.length; k += columns) {
                int p = argb[offset + index[k]];
                float w = weight[k] * rowWeight;
                float scale = ALPHA_SCALE[p >>> 24];
                a += w * (p >>> 24);
                r += w * ((p >> 16 & 0xff) * scale);
                g += w * ((p >> 8 & 0xff) * scale);
                b += w * ((p & 0xff) * scale);
            }
            sums.alpha[dx] = a;
            sums.red[dx] = r;
            sums.green[dx] = g;
            sums.blue[dx] = b;
        }
    }

    /** Adds the alphas of an opaque row. */
    static void addAlpha(AreaRuns runs, float rowWeight, float[] alpha) {
        int columns = runs.columns();
        float[] weight = runs.weight();
        for (int dx = 0; dx < columns; dx++) {
            float a = alpha[dx];
            for (int k = dx; k < weight.length; k += columns) {
                a += weight[k] * rowWeight * 255;
            }
            alpha[dx] = a;
        }
    }

    @Override
    public void averageOpaque(AreaSums sums, float area, int[] argb) {
        averageOpaque(sums, area, argb, 0);
    }

    /** From column {@code from} on. */
    static void averageOpaque(AreaSums sums, float area, int[] argb, int from) {
        for (int x = from; x < argb.length; x++) {
            argb[x] = 0xff000000 | component(sums.red[x], area) << 16 | component(sums.green[x], area) << 8
                    | component(sums.blue[x], area);
        }
    }

    @Override
    public void averageTranslucent(AreaSums sums, float area, int[] argb) {
        averageTranslucent(sums, area, argb, 0);
    }

    /** From column {@code from} on. */
    static void averageTranslucent(AreaSums sums, float area, int[] argb, int from) {
        for (int x = from; x < argb.length; x++) {
            int a = component(sums.alpha[x], area);
            float divisor = a == 0 || a == 255 ? area : sums.alpha[x] / 255;
            argb[x] = a << 24 | component(sums.red[x], divisor) << 16 | component(sums.green[x], divisor) << 8
                    | component(sums.blue[x], divisor);
        }
    }

    /** {@code Math.round} of a quotient that is not negative, at most 255; cheaper than that method. */
    private static int component(float sum, float divisor) {
        float quotient = sum / divisor;
        int whole = (int) quotient;
        float rest = quotient - whole;
        return Math.min(whole + (int) (rest + rest), 255);
    }
}
