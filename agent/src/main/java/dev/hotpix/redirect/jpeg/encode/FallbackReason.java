package dev.hotpix.redirect.jpeg.encode;

import java.util.Locale;

/** Why a JPEG encode was left to the stock code. The complete list: it is a tag's set of values. */
public enum FallbackReason {

    /** The redirect is switched off. */
    SWITCHED_OFF,
    /** Too many internal errors: the redirect has switched itself off. */
    BREAKER,
    /** The last write of this writer failed, or it is disposed: stock may refuse this one. */
    WRITER,
    /** Sizes, samples or component numbers that stock refuses. */
    PARAMETERS,
    /** A list of scans from the metadata, with which stock cannot go on. */
    SCANS,
    /** Tables are missing, incomplete or out of bounds. */
    TABLES,
    /** The rows that are wanted are not all in the source, or bands of different sizes are in another order. */
    SOURCE,
    /** This kind of encode has not yet been probed in this JVM. */
    PROBE_PENDING,
    /** This JVM's encoder makes other bytes for this kind of encode. */
    PROBE_DIFFERS,
    /** The codec refused: stock's exception is to be seen. */
    INVALID,
    /** Something unexpected inside Hotpix. */
    INTERNAL_ERROR;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason as a tag value. */
    public String label() {
        return label;
    }
}
