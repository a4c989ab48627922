package dev.hotpix.codec;

/**
 * The codec will not, or cannot, decode this file. Control flow rather than a fault: it carries no
 * stack trace.
 */
public final class CodecException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a decode ended. */
    public enum Kind {
        /** libjpeg gave up. */
        ERROR,
        /** libjpeg would have gone on after a warning. */
        WARNING,
        /** Not an 8-bit Huffman-coded file, its tables are out of bounds, or it has what the source does not read. */
        UNSUPPORTED,
        /** A multi-scan file that leaves a component or coefficient bits unsaid. */
        INCOMPLETE,
        /** A block so extreme that inverse DCT implementations may differ on it. */
        EXTREME,
        /** The source ended before the image did. */
        END_OF_INPUT,
        /** The codec itself misbehaved, or was called against its rules. */
        INTERNAL
    }

    private final Kind kind;

    CodecException(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
