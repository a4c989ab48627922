package dev.hotpix.measure.waste;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A decoded image, or one that was drawn from it, and what was seen of its use. Sizes are those of the whole decoded
 * image at the scale of this one: then a part that is cut out and shrunk tells as much as the whole would.
 *
 * <p>Images that are drawn from others make a tree, since many resizers shrink in steps of a half: only at the leaves
 * is a size that is shown. A branch is settled, and tells its parent, when its image is gone and all drawn from it are.
 */
final class FollowedImage extends WeakReference<Object> {
    /** The size of an image of which no use was seen. */
    static final long UNUSED = -1;

    /**
     * Longer chains end here: each link keeps one of these alive, whatever became of its image. Some resizers take a
     * seventh off each side in a step: 16 steps lead from 12 megapixels to less than is followed.
     */
    static final int DEEPEST = 16;

    /** What one takes, in bytes, with its two counters. */
    static final long BYTES = 136;

    final int hash;
    final int depth;
    final FollowedImage parent;
    private final SiteWaste site;
    private final AtomicLong shown = new AtomicLong(UNUSED);
    /** One for the table, one for each branch. */
    private final AtomicInteger holds = new AtomicInteger(1);
    private volatile long pixels;
    /** How many were followed before, for {@link FollowedImages}. */
    int born;

    /** A decoded image. */
    FollowedImage(Object image, long pixels, SiteWaste site) {
        this(image, pixels, site, null, 0);
    }

    /** An image that was drawn from {@code parent}, which is held by the caller for this. */
    FollowedImage(Object image, long pixels, FollowedImage parent) {
        this(image, pixels, parent.site, parent, parent.depth + 1);
    }

    private FollowedImage(Object image, long pixels, SiteWaste site, FollowedImage parent, int depth) {
        super(image);
        this.hash = System.identityHashCode(image);
        this.pixels = pixels;
        this.site = site;
        this.parent = parent;
        this.depth = depth;
    }

    /** Whether this is {@code image}; for one that is not, nothing is read that the garbage collector watches. */
    boolean is(Object image, int identityHash) {
        return hash == identityHash && get() == image;
    }

    boolean isRoot() {
        return parent == null;
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

    /** The size in which it was shown, without that of branches that are not settled. */
    long shown() {
        return shown.get();
    }

    /** It was shown in this size. */
    void show(long size) {
        long seen = shown.get();
        while (size > seen && !shown.compareAndSet(seen, size)) {
            seen = shown.get();
        }
    }

    /** The size that counts if {@code largest} was seen: an image that nobody has drawn from is shown as it is. */
    long settled(long largest) {
        return largest == UNUSED && !isRoot() ? pixels : largest;
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
        FollowedImage image = this;
        while (image != null && image.holds.decrementAndGet() == 0) {
            long size = image.settled(image.shown.get());
            if (image.isRoot()) {
                image.site.image(image.pixels, size);
            } else {
                image.parent.show(size);
            }
            image = image.parent;
        }
    }
}
