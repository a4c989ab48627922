package dev.hotpix.demo.gallery;

/** A file that the gallery does not take; the message is for the user. */
public final class RejectedPhotoException extends Exception {

    private static final long serialVersionUID = 1;

    public RejectedPhotoException(String message) {
        super(message);
    }
}
