package dev.hotpix.kernels;

/** Copies pixels from one layout into another. */
public final class TypeConversion {

    private TypeConversion() {
    }

    /**
     * Copies BGR bytes to ints, as the JDK's loops do.
     *
     * @param source {@link PixelLayout#BGR}
     * @param destination {@link PixelLayout#INT_RGB} or {@link PixelLayout#INT_ARGB}, of the same size
     */
    public static void bgrToInt(PixelArea source, PixelArea destination) {
        int alpha = destination.layout() == PixelLayout.INT_ARGB ? 0xff000000 : 0;
        for (int y = 0; y < source.height(); y++) {
            PackedPixels.fromBgr(source.bytes(), source.rowOffset(y), destination.ints(), destination.rowOffset(y),
                    source.width(), alpha);
        }
    }
}
