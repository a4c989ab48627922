package dev.hotpix.kernels;

/** Scales opaque pixels by blending neighbours, as the JDK's software loops do. */
public interface Interpolation {

    /**
     * Writes the destination pixels that the axes name; leaves all others as they were. The alpha of an
     * {@link PixelLayout#INT_ARGB} destination becomes 255.
     *
     * @param source {@link PixelLayout#BGR} or {@link PixelLayout#INT_RGB}, of the size that the axes were made for
     * @param destination {@code BGR}, {@code INT_RGB} or {@code INT_ARGB}; its origin is position 0 of both axes. Must
     *     not share the source's array, unless an implementation says so
     */
    void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y);
}
