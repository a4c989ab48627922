package dev.hotpix.measure;

/** The kinds of image operation that are measured. */
public enum Operation {
    /** From a file format to pixels. */
    DECODE("decode"),
    /** From pixels to a file format. */
    ENCODE("encode"),
    /** From pixels to more or fewer of them. */
    RESIZE("resize"),
    /** From one layout or colour space of pixels to another. */
    CONVERT("convert");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    /** As the reports call it. */
    public String label() {
        return label;
    }
}
