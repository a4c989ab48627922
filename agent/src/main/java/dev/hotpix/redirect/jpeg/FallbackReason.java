package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.CodecException;
import java.util.Locale;

/** Why a JPEG decode was left to the stock code. The complete list: it is a tag's set of values. */
public enum FallbackReason {

    /** The redirect is switched off. */
    SWITCHED_OFF,
    /** Too many internal errors: the redirect has switched itself off. */
    BREAKER,
    /** Listeners for updates or progress are to see each pass of a multi-scan file. */
    LISTENERS,
    /** A read of this reader was aborted: perhaps this one, by a listener that was told of its start. */
    ABORTED,
    /** A destination whose samples are held by classes of the application would see one pass instead of several. */
    DESTINATION,
    /** Rows at the bottom are not asked for: stock leaves its stream in the middle of the image. */
    REGION,
    /** Bands that stock refuses. */
    BANDS,
    /** Only some passes of a multi-scan file are asked for. */
    PASSES,
    /** The caller gives tables for images that lack them. */
    TABLES,
    /** The rows would not fit into the memory that may be used to keep them until all is known to be well. */
    MEMORY,
    /** The header came from a stream of the application's own class and was not seen. */
    STREAM,
    /** An embedded profile with which the JDK cannot convert. */
    COLOR_CONVERSION,
    /** Another colour space, or another conversion, than those of usual files. */
    COLOR_SPACE,
    /** Not 8-bit Huffman-coded baseline, extended sequential or progressive; or with a long segment between scans. */
    PROCESS,
    /** This layout has not yet been probed in this JVM. */
    PROBE_PENDING,
    /** This JVM's decoder gives other pixels for this layout. */
    PROBE_DIFFERS,
    /** The codec warned: stock's warnings and its treatment of damaged data are to be seen. */
    DAMAGED,
    /** The codec refused: stock's exception is to be seen. */
    INVALID,
    /** The stream ends, or throws, before the image is complete. */
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

    /** Why a file is left to stock with which the codec could not finish. */
    public static FallbackReason of(CodecException failed) {
        switch (failed.kind()) {
            case WARNING:
                return DAMAGED;
            case UNSUPPORTED:
                return PROCESS;
            case INCOMPLETE:
                return INCOMPLETE_SCANS;
            case EXTREME:
                return EXTREME_COEFFICIENTS;
            case END_OF_INPUT:
                return TRUNCATED;
            case ERROR:
                return INVALID;
            default:
                return INTERNAL_ERROR;
        }
    }
}
