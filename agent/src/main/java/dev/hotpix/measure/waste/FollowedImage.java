package dev.hotpix.measure.waste;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A decoded image, or one that was drawn from it, directly or in steps, and what was seen of its use. Sizes are those
 * of the whole decoded image at the scale of this one: then a part that is cut out and shrunk tells as much as the
 * whole would.
 *
 * <p>Many resizers shrink in steps of a half. An image that others were drawn from was a step; one of which no use was
 * seen, in the end, is what is shown, and its size counts. A decoded image is settled, and its size told to its site,
 * when it is gone and all are that were drawn from it.
 */
final class FollowedImage extends WeakReference<Object> {
    /** The size of an image of which no use was seen. */
    static final long UNUSED = -1;

    /** What one takes, in bytes, with its two counters. */
    static final long BYTES = 136;

    final int hash;
    /** What was decoded; null if that is this. */
    final FollowedImage root;
    private final SiteWaste site;
    private final AtomicLong shown = new AtomicLong(UNUSED);
    /** One for the table, one for each that was drawn from it. */
    private final AtomicInteger holds = new AtomicInteger(1);
    private volatile long pixels;
    /** How many were followed before, for {@link FollowedImages}. */
    int born;

    /** A decoded image, which is put into {@code gone} when it is collected. */
    FollowedImage(Object image, long pixels, SiteWaste site, ReferenceQueue<Object> gone) {
        this(image, pixels, site, null, gone);
    }

    /** An image that was drawn from {@code root}, which is held by the caller for this. */
    FollowedImage(Object image, long pixels, FollowedImage root, ReferenceQueue<Object> gone) {
        this(image, pixels, root.site, root, gone);
    }

    private FollowedImage(
            Object image, long pixels, SiteWaste site, FollowedImage root, ReferenceQueue<Object> gone) {
        super(image, gone);
        this.hash = System.identityHashCode(image);
        this.pixels = pixels;
        this.site = site;
        this.root = root;
    }

    /**
     * Whether this is {@code image}. Of any other nothing is read: while the garbage collector marks, that would keep
     * it for one more cycle.
     */
    boolean is(Object image, int identityHash) {
        return hash == identityHash && get() == image;
    }

    boolean isRoot() {
        return root == null;
    }

    /** The decoded image that this comes from, or is. */
    FollowedImage origin() {
        return root == null ? this : root;
    }

    SiteWaste site() {
        return site;
    }

    long pixels() {
        return pixels;
    }

    /** The content is now of another scale. */
    void pixels(long now) {
        pixels = now;
    }

    /** The size in which it was shown, or 0 if it was only a step to others, or {@link #UNUSED}. */
    long shown() {
        return shown.get();
    }

    boolean isUsed() {
        return shown.get() != UNUSED;
    }

    /** It was shown in this size. */
    void show(long size) {
        long seen = shown.get();
        while (size > seen && !shown.compareAndSet(seen, size)) {
            seen = shown.get();
        }
    }

    /** Others were drawn from it, and will tell for themselves in which size they were shown. */
    void step() {
        show(0);
    }

    /** The size in which it was shown if no more uses come: what was drawn and not used any further, as it is. */
    long shownAtLast() {
        long size = shown.get();
        return size == UNUSED && !isRoot() ? pixels : size;
    }

    /** Keeps this from being settled; false if it is already. */
    boolean hold() {
        int count = holds.get();
        while (count > 0 && !holds.compareAndSet(count, count + 1)) {
            count = holds.get();
        }
        return count > 0;
    }

    /** Undoes a {@link #hold()}, or the table's; the last one settles this. */
    void release() {
        if (holds.decrementAndGet() != 0) {
            return;
        }
        if (root == null) {
            site.image(pixels, shownAtLast());
        } else {
            root.show(shownAtLast());
            root.release();
        }
    }
}
