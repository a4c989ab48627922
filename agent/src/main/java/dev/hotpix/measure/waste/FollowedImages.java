package dev.hotpix.measure.waste;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The images that are followed now, by identity: a table of fixed size, in which each has a window of slots. Where the
 * window is full the oldest makes room, settled as it was used so far.
 *
 * <p>What was collected stays until its slot is wanted or a snapshot is taken: so there is no reference queue, and
 * nothing for the garbage collector to do but to clear.
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

    /** Follows an image that is not followed yet. */
    void add(FollowedImage image) {
        any = true;
        image.born = added.incrementAndGet();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int slot = leastWanted(image.hash);
            if (replace(slot, slots.get(slot), image)) {
                return;
            }
        }
        image.release();
    }

    /** Follows {@code successor}, of the same image, in the place of {@code followed}. */
    void replace(FollowedImage followed, FollowedImage successor) {
        successor.born = added.incrementAndGet();
        for (int i = 0; i < WINDOW; i++) {
            if (replace(slot(followed.hash, i), followed, successor)) {
                return;
            }
        }
        successor.release();
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

    /** Of the window of {@code hash}: an empty slot, or one whose image was collected, or the oldest. */
    private int leastWanted(int hash) {
        int oldest = slot(hash, 0);
        int age = -1;
        for (int i = 0; i < WINDOW; i++) {
            int slot = slot(hash, i);
            FollowedImage one = slots.get(slot);
            if (one == null || one.get() == null) {
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
        List<FollowedImage> alive = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            FollowedImage one = slots.get(slot);
            if (one != null && one.get() == null) {
                replace(slot, one, null);
            } else if (one != null) {
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
