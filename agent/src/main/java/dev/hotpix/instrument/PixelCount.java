package dev.hotpix.instrument;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** How many pixels an image has, without calling the application's code. */
public final class PixelCount {

    private PixelCount() {
    }

    /** Width times height of a {@code Raster} or of a plain {@code BufferedImage}, 0 for anything else. */
    public static long of(Object image) {
        if (image instanceof Raster) {
            return (long) ((Raster) image).getWidth() * ((Raster) image).getHeight();
        }
        // Only the JDK's own class: the methods of any other are the application's code.
        return image != null && image.getClass() == BufferedImage.class
                ? (long) ((BufferedImage) image).getWidth() * ((BufferedImage) image).getHeight() : 0;
    }
}
