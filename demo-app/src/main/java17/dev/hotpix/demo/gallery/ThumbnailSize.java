package dev.hotpix.demo.gallery;

/** The sizes that a photo is kept in. */
public enum ThumbnailSize {
    SMALL(320),
    MEDIUM(800),
    LARGE(1600);

    private final int side;

    ThumbnailSize(int side) {
        this.side = side;
    }

    /** The longer side in pixels; smaller photos are not enlarged. */
    public int side() {
        return side;
    }

    /** How much to multiply the sides of a picture with, at most 1. */
    public double scale(int width, int height) {
        return Math.min(1, (double) side / Math.max(width, height));
    }
}
