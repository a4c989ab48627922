package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.ColorSpace;
import dev.hotpix.redirect.jpeg.probe.FrameLayout.Colour;

/**
 * The colour conversions that are redirected. The JDK's reader names colour spaces by libjpeg's codes. The
 * reader's reading of a file's markers and component ids is obeyed, never the codec's.
 */
enum ColorConversion {

    GRAY(Colour.GRAY, ColorSpace.GRAYSCALE, ColorSpace.GRAYSCALE, ColorSpace.GRAYSCALE),
    GRAY_TO_BGR(Colour.GRAY, ColorSpace.GRAYSCALE, ColorSpace.RGB, ColorSpace.BGR),
    YCBCR_TO_BGR(Colour.YCBCR, ColorSpace.YCBCR, ColorSpace.RGB, ColorSpace.BGR),
    YCBCR_TO_GRAY(Colour.YCBCR, ColorSpace.YCBCR, ColorSpace.GRAYSCALE, ColorSpace.GRAYSCALE),
    /** As a raster. */
    YCBCR(Colour.YCBCR, ColorSpace.YCBCR, ColorSpace.YCBCR, ColorSpace.YCBCR),
    RGB_TO_BGR(Colour.RGB, ColorSpace.RGB, ColorSpace.RGB, ColorSpace.BGR),
    CMYK(Colour.CMYK, ColorSpace.CMYK, ColorSpace.CMYK, ColorSpace.CMYK),
    YCCK_TO_CMYK(Colour.YCCK, ColorSpace.YCCK, ColorSpace.CMYK, ColorSpace.CMYK),
    /** As a raster. */
    YCCK(Colour.YCCK, ColorSpace.YCCK, ColorSpace.YCCK, ColorSpace.YCCK);

    private final Colour colour;
    private final ColorSpace from;
    private final ColorSpace stockTo;
    private final ColorSpace to;

    ColorConversion(Colour colour, ColorSpace from, ColorSpace stockTo, ColorSpace to) {
        this.colour = colour;
        this.from = from;
        this.stockTo = stockTo;
        this.to = to;
    }

    /**
     * Finds the conversion that stock would make.
     *
     * @return null if it is none of these
     */
    static ColorConversion of(int colorSpaceCode, int outColorSpaceCode) {
        for (ColorConversion conversion : values()) {
            if (conversion.from.code() == colorSpaceCode && conversion.stockTo.code() == outColorSpaceCode) {
                return conversion;
            }
        }
        return null;
    }

    Colour colour() {
        return colour;
    }

    /** The file's colour space. */
    ColorSpace from() {
        return from;
    }

    /** The order in which a BGR image keeps its samples, for the codec. */
    ColorSpace to() {
        return to;
    }

    /** The order of stock's rows. */
    ColorSpace stockTo() {
        return stockTo;
    }

    /** Components in the file. */
    int components() {
        return colour.components();
    }

    /** Samples of a decoded pixel. */
    int bands() {
        return to.components();
    }

    /** Whether stock reads an image rather than a raster with it. */
    boolean isForImages() {
        return this != YCBCR && this != YCCK;
    }

    /** Whether stock inverts the samples of an image after decoding. */
    boolean isInverted() {
        return stockTo == ColorSpace.CMYK;
    }
}
