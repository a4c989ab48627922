package dev.hotpix.kernels;

/**
 * How a row of source pixels spreads over destination columns when areas are averaged: a source pixel is as wide
 * as the destination has columns, a destination pixel as wide as the source. Tap k of all columns is stored
 * together, so that neighbouring columns can be computed side by side. Short columns are padded with taps of
 * weight 0: they add +0 to a sum that is not negative, which changes nothing.
 */
final class AreaRuns {

    private final int columns;
    private final int taps;
    private final int[] index;
    private final float[] weight;

    AreaRuns(int sourceWidth, int destinationWidth) {
        columns = destinationWidth;
        taps = mostTaps(sourceWidth, destinationWidth);
        index = new int[taps * columns];
        weight = new float[taps * columns];
        int sx = 0;
        int sourceRest = destinationWidth;
        for (int dx = 0; dx < columns; dx++) {
            int rest = sourceWidth;
            int last = sx;
            for (int k = 0; k < taps; k++) {
                int amount = Math.min(sourceRest, rest);
                if (amount > 0) {
                    last = sx;
                }
                index[k * columns + dx] = last;
                weight[k * columns + dx] = amount;
                rest -= amount;
                sourceRest -= amount;
                if (sourceRest == 0 && sx < sourceWidth - 1) {
                    sx++;
                    sourceRest = destinationWidth;
                }
            }
        }
    }

    private static int mostTaps(long sourceWidth, long destinationWidth) {
        long most = 1;
        for (long dx = 0; dx < destinationWidth; dx++) {
            long first = dx * sourceWidth / destinationWidth;
            long last = ((dx + 1) * sourceWidth - 1) / destinationWidth;
            most = Math.max(most, last - first + 1);
        }
        return (int) most;
    }

    int columns() {
        return columns;
    }

    /** Source pixels that the widest column touches. */
    int taps() {
        return taps;
    }

    /** The source pixel of tap k of column dx is at {@code k * columns + dx}. */
    int[] index() {
        return index;
    }

    /** Overlap of source pixel and column, in 1/destinationWidth of a source pixel; where {@link #index()} has it. */
    float[] weight() {
        return weight;
    }
}
