package dev.hotpix.instrument.decoders;

import dev.hotpix.instrument.PixelCount;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.nio.IntBuffer;

/** How many pixels an image has, of whatever library. */
final class ImageSize {

    /** Not known. */
    static final long UNKNOWN = -1;

    /** More frames of an animation than that are not looked at. */
    private static final int MOST_FRAMES = 1000;

    /** What images of most libraries can be asked, two and two. */
    private static final Getter[] USUAL = {
        Getter.number("getWidth"), Getter.number("getHeight"), Getter.number("width"), Getter.number("height"),
        Getter.number("cols"), Getter.number("rows")};

    private ImageSize() {
    }

    /**
     * Width times height.
     *
     * @param image what {@code places} calls the image, may be null
     * @param other what tells the height, may be null
     * @return {@link #UNKNOWN} if there is nothing there
     */
    static long pixels(SizePlaces places, Object image, Object other, int first, int second) {
        if (places.image().isNone()) {
            return places.first().isNone() ? UNKNOWN : area(first, second);
        }
        if (image == null) {
            return UNKNOWN;
        }
        if (!places.other().isNone()) {
            return area(first(image), first(other));
        }
        if (image instanceof Object[]) {
            long sum = 0;
            Object[] frames = (Object[]) image;
            for (int i = 0; i < frames.length && i < MOST_FRAMES; i++) {
                sum += frames[i] == null ? 0 : Math.max(0, ofOne(places, frames[i], first, second));
            }
            return sum;
        }
        return ofOne(places, image, first, second);
    }

    private static long ofOne(SizePlaces places, Object image, int first, int second) {
        if (places.width() == null) {
            return usual(image);
        }
        return places.first().isNone()
                ? area(places.width().ask(image), places.height().ask(image))
                : area(places.width().ask(image, first, second), places.height().ask(image, first, second));
    }

    private static long usual(Object image) {
        if (image instanceof Raster || image instanceof RenderedImage) {
            long pixels = PixelCount.of(image);
            return pixels == 0 ? UNKNOWN : pixels;
        }
        for (int i = 0; i < USUAL.length; i += 2) {
            if (USUAL[i].suits(image.getClass()) && USUAL[i + 1].suits(image.getClass())) {
                return area(USUAL[i].ask(image), USUAL[i + 1].ask(image));
            }
        }
        return UNKNOWN;
    }

    private static long area(long width, long height) {
        return Math.max(0, width) * Math.max(0, height);
    }

    /** The first element of an array, or the current one of a buffer. */
    private static long first(Object numbers) {
        if (numbers instanceof int[]) {
            return ((int[]) numbers).length == 0 ? 0 : ((int[]) numbers)[0];
        }
        if (numbers instanceof IntBuffer) {
            IntBuffer buffer = (IntBuffer) numbers;
            return buffer.hasRemaining() ? buffer.get(buffer.position()) : 0;
        }
        return 0;
    }
}
