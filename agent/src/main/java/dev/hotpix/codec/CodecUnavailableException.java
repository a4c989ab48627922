package dev.hotpix.codec;

/** The native library cannot be used in this process; the message is one line: cause and cure. */
public final class CodecUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    CodecUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
