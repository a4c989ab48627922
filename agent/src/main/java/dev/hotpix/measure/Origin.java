package dev.hotpix.measure;

/**
 * The line of the application that made something whose pixels are produced later or on another thread, such as a
 * {@code Toolkit} image. Holds no class of the application.
 */
public final class Origin {
    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** {@code Class.method(File.java:line)}, or a word in brackets for what has no line of its own. */
    public String label() {
        return label;
    }
}
