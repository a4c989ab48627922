package dev.hotpix.measure;

/** How an image operation ended: the tag {@code outcome}. */
public enum Outcome {
    /** It returned. */
    OK("ok"),
    /** It threw. */
    ERROR("error"),
    /** The application stopped it before its end. */
    ABORTED("aborted"),
    /**
     * It returned, but the library does its work when the pixels are needed: the time of a decode or resize is that of
     * the promise, and no pixel has been made; the time of an encode includes the work that had been put off.
     */
    LAZY("lazy");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** The value of the tag. */
    public String label() {
        return label;
    }

    /**
     * What an operation came to of which this and {@code other} are both known: an error outweighs
     * an abort, and both outweigh {@link #OK}. A null says nothing.
     */
    Outcome and(Outcome other) {
        if (other == null || other == OK || this == ERROR) {
            return this;
        }
        return other;
    }
}
