package dev.hotpix.measure;

/** What became of a redirected operation that was chosen to be done again by stock: the tag {@code result}. */
public enum VerifyResult {
    /** Stock's result was the same. */
    EQUAL("equal"),
    /** Stock's result was another. */
    DIFFERENT("different"),
    /** It could not be done again, for want of memory or because its input is no longer there. */
    SKIPPED("skipped");

    private final String label;

    VerifyResult(String label) {
        this.label = label;
    }

    /** The value of the tag. */
    public String label() {
        return label;
    }
}
