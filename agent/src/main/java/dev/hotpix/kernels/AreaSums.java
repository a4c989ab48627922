package dev.hotpix.kernels;

/** Weighted sums of the components of one destination row. */
final class AreaSums {

    final float[] alpha;
    final float[] red;
    final float[] green;
    final float[] blue;

    AreaSums(float[] alpha, float[] red, float[] green, float[] blue) {
        this.alpha = alpha;
        this.red = red;
        this.green = green;
        this.blue = blue;
    }
}
