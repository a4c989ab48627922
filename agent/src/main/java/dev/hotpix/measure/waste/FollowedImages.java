package dev.hotpix.measure.waste;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The images that are followed now, by identity: a table of fixed size, in which each has a window of slots. Where the
 * window is full the oldest makes room, settled as it was used so far. Those that were collected are taken out before
 * others are added, and before a snapshot.
 */
final class FollowedImages {
    static final int SLOTS = 1024;
    static final int WINDOW = 8;
    /** If others were faster so often, one image more or less tells nothing. */
    private static final int ATTEMPTS = 4;
    /** Identity hashes are random in their low bits on HotSpot, but need not be. */
    private static final int SPREAD = 0x9E3779B9;
    private static final int SHIFT = Integer.numberOfLeadingZeros(SLOTS) + 1;

    private final AtomicReferenceArray<FollowedImage> slots = new AtomicReferenceArray<>(SLOTS);
    private final AtomicInteger added = new AtomicInteger();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
    private volatile boolean any;

    /** Where {@code image} is followed, or null. Takes a few nanoseconds, no lock and no memory. */
    FollowedImage find(Object image) {
        if (!any) {
            return null;
        }
        int hash = System.identityHashCode(image);
        for (int i = 0; i < WINDOW; i++) {
            FollowedImage one = slots.get(slot(hash, i));
            if (one != null && one.is(image, hash)) {
                return one;
            }
        }
        return null;
    }

    /** Follows a decoded image. */
    void addDecoded(Object image, long pixels, SiteWaste site) {
        // The application may read into an image of its own, again and again.
        add(new FollowedImage(image, pixels, site, gone), find(image));
    }

    /** Follows what was drawn from {@code root}, which is held by the caller for this. */
    void addDrawn(Object image, long pixels, FollowedImage root, FollowedImage followed) {
        add(new FollowedImage(image, pixels, root, gone), followed);
    }

    /** @param followed of the same image, to be replaced, or null */
    private void add(FollowedImage image, FollowedImage followed) {
        any = true;
        image.born = added.incrementAndGet();
        takeOutCollected();
        boolean done = followed != null && replace(followed, image);
        for (int attempt = 0; attempt < ATTEMPTS && followed == null && !done; attempt++) {
            int slot = leastWanted(image.hash);
            done = replace(slot, slots.get(slot), image);
        }
        if (!done) {
            image.release();
        }
    }

    private void takeOutCollected() {
        for (Reference<?> one = gone.poll(); one != null; one = gone.poll()) {
            replace((FollowedImage) one, null);
        }
    }

    /** False if {@code before} is no longer in the table. */
    private boolean replace(FollowedImage before, FollowedImage after) {
        for (int i = 0; i < WINDOW; i++) {
            if (replace(slot(before.hash, i), before, after)) {
                return true;
            }
        }
        return false;
    }

    private boolean replace(int slot, FollowedImage before, FollowedImage after) {
        if (!slots.compareAndSet(slot, before, after)) {
            return false;
        }
        if (before != null) {
            before.release();
        }
        return true;
    }

    /** Of the window of {@code hash}: an empty slot, or that of the oldest. */
    private int leastWanted(int hash) {
        int oldest = slot(hash, 0);
        int age = -1;
        for (int i = 0; i < WINDOW; i++) {
            int slot = slot(hash, i);
            FollowedImage one = slots.get(slot);
            if (one == null) {
                return slot;
            }
            // A difference, since the count wraps around.
            if (added.get() - one.born > age) {
                age = added.get() - one.born;
                oldest = slot;
            }
        }
        return oldest;
    }

    private static int slot(int hash, int i) {
        return (hash * SPREAD >>> SHIFT) + i & SLOTS - 1;
    }

    /** All that are followed, after those that were collected have been settled. */
    List<FollowedImage> alive() {
        takeOutCollected();
        List<FollowedImage> alive = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            FollowedImage one = slots.get(slot);
            if (one != null) {
                alive.add(one);
            }
        }
        return alive;
    }

    /** The most memory that this can take, in bytes: each image may be drawn from one that is gone. */
    static long mostBytes() {
        return SLOTS * (Long.BYTES + 2 * FollowedImage.BYTES);
    }
}
