package dev.hotpix.measure.waste;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What one line of the application has decoded in vain since the start of the JVM, as far as was seen. Immutable.
 *
 * <p>The images counted are those that were followed: of decodes whose line was looked up, all of a millisecond and
 * more among them, and large enough to matter. An image that is still in use is counted as it was used so far.
 */
public final class WasteSnapshot {
    /** No advice follows from fewer images, or fewer repeats, than this. */
    public static final long LEAST_EVIDENCE = 10;

    /** Half the width and half the height is the least that subsampling can spare. */
    private static final long LEAST_SHRINKING = 4;
    /** Of a site's images, at least so many of ten must have been shrunk only: a change at that line affects all. */
    private static final long SHRUNK_OF_TEN = 9;
    /** Of a site's decodes, at least so many of ten must have been repeats. */
    private static final long REPEATED_OF_TEN = 2;

    private final String label;
    private final long images;
    private final long shrunkImages;
    private final long decodedPixels;
    private final long shownPixels;
    private final long decodes;
    private final long repeats;
    private final long repeatNanos;
    private final List<Advice> advice;

    WasteSnapshot(
            String label, long images, long shrunkImages, long decodedPixels, long shownPixels, long decodes,
            long repeats, long repeatNanos) {
        this.label = label;
        this.images = images;
        this.shrunkImages = shrunkImages;
        this.decodedPixels = decodedPixels;
        this.shownPixels = shownPixels;
        this.decodes = decodes;
        this.repeats = repeats;
        this.repeatNanos = repeatNanos;
        this.advice = advise();
    }

    private List<Advice> advise() {
        List<Advice> fitting = new ArrayList<>();
        if (shrunkImages >= LEAST_EVIDENCE && shrunkImages * 10 >= images * SHRUNK_OF_TEN
                && shownPixels * LEAST_SHRINKING <= decodedPixels) {
            fitting.add(Advice.READ_SMALLER);
        }
        if (repeats >= LEAST_EVIDENCE && repeats * 10 >= decodes * REPEATED_OF_TEN) {
            fitting.add(Advice.CACHE);
        }
        return Collections.unmodifiableList(fitting);
    }

    /** {@code Class.method(File.java:line)}, or a word in brackets for what has no line of its own. */
    public String label() {
        return label;
    }

    /** The images that were followed to their end, or have been used by now. */
    public long images() {
        return images;
    }

    /** Those of {@link #images} that were drawn, each time smaller than they were decoded, and not otherwise used. */
    public long shrunkImages() {
        return shrunkImages;
    }

    /** The pixels that were decoded for the {@link #shrunkImages}. */
    public long decodedPixels() {
        return decodedPixels;
    }

    /** The pixels that would have been enough for the {@link #shrunkImages}: the largest size each was shown in. */
    public long shownPixels() {
        return shownPixels;
    }

    /** The decodes whose input could be told from others. */
    public long decodes() {
        return decodes;
    }

    /** Those of {@link #decodes} whose input had been decoded before, by this line or another. */
    public long repeats() {
        return repeats;
    }

    /** The time of the {@link #repeats}, in nanoseconds. */
    public long repeatNanos() {
        return repeatNanos;
    }

    /** What would help, the most important first; empty where the evidence is thin or the waste small. */
    public List<Advice> advice() {
        return advice;
    }
}
