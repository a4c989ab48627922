package dev.hotpix.demo.photo;

import java.util.SplittableRandom;

/** One octave of value noise: a grid of random values, bilinearly enlarged, made row by row in constant memory. */
final class NoiseOctave {

    // Not the golden ratio, by which SplittableRandom itself steps: each row would repeat the one before, shifted.
    private static final long ROW_STRIDE = 0xD1342543DE82EF95L;

    private final int cell;
    private final float amplitude;
    private final long seed;
    private float[] upper;
    private float[] lower;
    private final float[] blended;
    private int gridRow = -1;

    NoiseOctave(int width, int cell, float amplitude, long seed) {
        this.cell = cell;
        this.amplitude = amplitude;
        this.seed = seed;
        int columns = width / cell + 2;
        upper = new float[columns];
        lower = new float[columns];
        blended = new float[columns];
    }

    /** Adds row {@code y} to {@code row}; rows must be asked for in order, from 0. */
    void addTo(float[] row, int y) {
        advanceTo(y / cell);
        float down = (float) (y % cell) / cell;
        for (int i = 0; i < blended.length; i++) {
            blended[i] = upper[i] + (lower[i] - upper[i]) * down;
        }
        if (cell == 1) {
            for (int x = 0; x < row.length; x++) {
                row[x] += blended[x];
            }
            return;
        }
        for (int column = 0, x = 0; x < row.length; column++) {
            float value = blended[column];
            float step = (blended[column + 1] - value) / cell;
            int end = Math.min(row.length, x + cell);
            for (; x < end; x++, value += step) {
                row[x] += value;
            }
        }
    }

    private void advanceTo(int wanted) {
        if (gridRow < 0) {
            fill(upper, 0);
            fill(lower, 1);
            gridRow = 0;
        }
        for (; gridRow < wanted; gridRow++) {
            float[] reused = upper;
            upper = lower;
            lower = reused;
            fill(lower, gridRow + 2);
        }
    }

    private void fill(float[] values, int row) {
        SplittableRandom random = new SplittableRandom(seed + row * ROW_STRIDE);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt() * (amplitude / (1L << 31));
        }
    }
}
