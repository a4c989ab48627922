package dev.hotpix.measure;

/** The code that did the work of an image operation: the tag {@code engine}. */
public enum Engine {
    /** What the JDK, or the library that the application chose, has always done. */
    STOCK("stock"),
    /** The bundled codec. */
    LIBJPEG_TURBO("libjpeg-turbo"),
    /** Pixel kernels written with the Vector API. */
    VECTOR("vector"),
    /** The same pixel kernels in plain Java. */
    SCALAR("scalar"),
    /** Any other, and whatever no longer has a series of its own. */
    OTHER("other");

    private final String label;

    Engine(String label) {
        this.label = label;
    }

    /** Whether the agent redirected the work to it. */
    boolean isOurs() {
        return this != STOCK && this != OTHER;
    }

    /** The value of the tag. */
    public String label() {
        return label;
    }
}
