package dev.hotpix.measure;

/**
 * One operation that is done in several calls with other work between them, such as scaling an image row by row while
 * it is decoded: the sum of its calls so far. Used by one thread at a time.
 */
public final class GatheredOperation {
    long nanos;
    long nestedNanos;
    long pixels;
    private boolean empty = true;

    void add(ImageOperation part) {
        empty = false;
        nanos += part.nanos;
        nestedNanos += part.nestedNanos;
        pixels += part.pixels;
    }

    /** Whether there has been no call since the start or since it was recorded. */
    public boolean isEmpty() {
        return empty;
    }

    /** The operation made {@code count} more pixels. */
    public void pixels(long count) {
        pixels += count;
    }

    void clear() {
        empty = true;
        nanos = 0;
        nestedNanos = 0;
        pixels = 0;
    }
}
