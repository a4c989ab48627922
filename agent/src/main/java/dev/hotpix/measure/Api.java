package dev.hotpix.measure;

/** The Java API through which the application asked for an image operation: the tag {@code api}. */
public enum Api {
    /** {@code javax.imageio}. */
    IMAGEIO("imageio"),
    /** {@code java.awt.Graphics2D} and {@code java.awt.image}. */
    JAVA2D("java2d"),
    /** {@code java.awt.Toolkit} and {@code java.awt.Image}. */
    TOOLKIT("toolkit"),
    /** Any other, and whatever no longer has a series of its own. */
    OTHER("other");

    private final String label;

    Api(String label) {
        this.label = label;
    }

    /** The value of the tag. */
    public String label() {
        return label;
    }
}
