package dev.hotpix.measure.waste;

/** What would spare a line of the application most of its decoding. */
public enum Advice {
    /** Decode fewer pixels: with source subsampling, from an embedded thumbnail, or from a smaller copy. */
    READ_SMALLER("read-smaller"),
    /** Keep the decoded image. */
    CACHE("cache");

    private final String label;

    Advice(String label) {
        this.label = label;
    }

    /** As machine-readable reports call it. */
    public String label() {
        return label;
    }
}
