package dev.hotpix.demo.race;

/** The race cannot start as asked; the message says what to change. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
