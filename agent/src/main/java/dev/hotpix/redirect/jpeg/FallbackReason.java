package dev.hotpix.redirect.jpeg;

import java.util.Locale;

/** Why a JPEG decode was left to the stock code. The complete list: it is a tag's set of values. */
public enum FallbackReason {

    /** The redirect is switched off. */
    SWITCHED_OFF,
    /** Too many internal errors: the redirect has switched itself off. */
    BREAKER,
    /** So few pixels that stock is as fast. */
    SLOWER,
    /** Listeners for updates or progress are to be served row by row. */
    LISTENERS,
    /** The caller wants raw samples. */
    RASTER,
    /** The caller supplies a destination image. */
    DESTINATION,
    /** The destination image is not a plain 8-bit BGR or gray one. */
    DESTINATION_TYPE,
    /** A subclass of {@code ImageReadParam} whose methods may do anything. */
    PARAM,
    /** Only a part of the image is asked for, or it goes elsewhere than to the destination's origin. */
    REGION,
    /** Only each n-th pixel is asked for. */
    SUBSAMPLING,
    /** Only some bands are asked for, or in another order. */
    BANDS,
    /** Only some passes of a progressive file are asked for. */
    PASSES,
    /** An embedded profile has to be converted. */
    COLOR_CONVERSION,
    /** CMYK, YCCK, unknown and other colour spaces. */
    COLOR_SPACE,
    /** Not 8-bit Huffman-coded baseline, extended sequential or progressive. */
    PROCESS,
    /** This layout has not yet been probed in this JVM. */
    PROBE_PENDING,
    /** This JVM's decoder gives other pixels for this layout. */
    PROBE_DIFFERS,
    /** The codec warned: stock's warnings and its treatment of damaged data are to be seen. */
    DAMAGED,
    /** The codec refused: stock's exception is to be seen. */
    INVALID,
    /** The stream ends before the image does. */
    TRUNCATED,
    /** A progressive file whose last scans are missing. */
    INCOMPLETE_SCANS,
    /** Coefficients beyond what any encoder makes of 8-bit samples, on which decoders differ. */
    EXTREME_COEFFICIENTS,
    /** Something unexpected inside Hotpix. */
    INTERNAL_ERROR;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason as a tag value. */
    public String label() {
        return label;
    }
}
