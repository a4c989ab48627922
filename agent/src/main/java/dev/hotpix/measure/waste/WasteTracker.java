package dev.hotpix.measure.waste;

import dev.hotpix.measure.ImageOperation;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what was decoded in vain. It is told of decoded images whose call site is known and of every use that is seen
 * of any image, and follows the former, weakly, through all that is drawn from them.
 *
 * <p>No method throws, takes a lock that others wait for, or keeps an image or its class alive. For an image that is
 * not followed, a use costs a few nanoseconds and no memory.
 */
public final class WasteTracker implements OperationListener {
    /** Smaller decoded images, in pixels, are not worth following. */
    public static final long LEAST_DECODED = 100_000;

    /** What is drawn smaller than this, in pixels, is not followed further: none of its uses needs to be told. */
    public static final long LEAST_DRAWN = 10_000;

    /** The hash of an input that cannot be told from others. */
    static final long NO_HASH = 0;

    /** As many as there are call sites, and the two that have no line. */
    static final int MOST_SITES = 514;

    private final FollowedImages images = new FollowedImages();
    private final DecodedInputs inputs = new DecodedInputs();
    private final Map<String, SiteWaste> sites = new ConcurrentHashMap<>();

    /** With all classes initialised that the other methods need: at the end of a stack that may fail for good. */
    public WasteTracker() {
        SiteWaste nobody = new SiteWaste("");
        nobody.decode(true, 1);
        FollowedImages none = new FollowedImages();
        none.addDecoded(nobody, 1, nobody);
        FollowedImage root = none.find(nobody);
        root.hold();
        none.addDrawn(none, 1, root, null);
        none.alive().forEach(FollowedImage::release);
    }

    @Override
    public void ended(ImageOperation operation) {
        if (operation.site() != null && operation.kind() == Operation.DECODE) {
            decoded(operation.site(), operation.nanos(), operation.result(), operation.pixels(),
                    operation.inputHash());
        }
    }

    /**
     * A decode has ended whose call site was looked up.
     *
     * @param site the label of the call site
     * @param nanos the time it took
     * @param image what was decoded, to be followed; null if that is not wanted
     * @param pixels the size of {@code image}
     * @param inputHash stands for the bytes that were decoded, or {@link #NO_HASH}
     */
    void decoded(String site, long nanos, Object image, long pixels, long inputHash) {
        try {
            boolean follow = image != null && pixels >= LEAST_DECODED;
            if (!follow && inputHash == NO_HASH) {
                return;
            }
            SiteWaste waste = site(site);
            if (waste == null) {
                return;
            }
            if (inputHash != NO_HASH) {
                waste.decode(inputs.add(inputHash), nanos);
            }
            if (follow) {
                images.addDecoded(image, pixels, waste);
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // One image less.
        }
    }

    private SiteWaste site(String label) {
        SiteWaste known = sites.get(label);
        if (known != null || sites.size() >= MOST_SITES) {
            return known;
        }
        SiteWaste created = new SiteWaste(label);
        SiteWaste first = sites.putIfAbsent(label, created);
        return first == null ? created : first;
    }

    /** Whether {@code image} is followed, so that its uses are to be told. */
    public boolean follows(Object image) {
        try {
            return images.find(image) != null;
        } catch (Throwable shortOfMemoryOrStack) {
            return false;
        }
    }

    /**
     * An image, or a part of it, was drawn, or filtered in another way.
     *
     * @param source what was drawn
     * @param scale the pixels drawn for each pixel of it: below 1 if it was shrunk
     * @param target the image that was drawn to, to be followed from now on; null if it is none, or small
     */
    public void drawn(Object source, double scale, Object target) {
        try {
            FollowedImage from = images.find(source);
            if (from == null) {
                return;
            }
            // It is negative if the image was mirrored; one that is not a number we do not understand.
            double area = Math.abs(scale);
            long size = area < 1 ? Math.max(1, Math.round(from.pixels() * area)) : from.pixels();
            if (target == source) {
                overdrawn(from, size);
            } else if (target == null || !continued(from, size, target)) {
                from.show(size);
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // One use less.
        }
    }

    /** An image was drawn onto itself: what was made for that is a step of a resizer; a decoded image is decorated. */
    private static void overdrawn(FollowedImage image, long size) {
        if (image.isRoot()) {
            image.show(image.pixels());
        } else {
            image.pixels(size);
        }
    }

    /** Follows what was drawn from {@code from}; false if that cannot be. */
    private boolean continued(FollowedImage from, long size, Object target) {
        FollowedImage root = from.origin();
        FollowedImage known = images.find(target);
        // Onto a decoded image something is drawn to stay there, such as a watermark.
        if (known != null && known.isRoot() || !root.hold()) {
            return false;
        }
        from.step();
        if (known != null && known.root == root && !known.isUsed()) {
            known.pixels(Math.max(known.pixels(), size));
            root.release();
            return true;
        }
        // A canvas that is used again is another image.
        images.addDrawn(target, size, root, known);
        return true;
    }

    /** An image was used as it is: written to a file, or drawn without scaling to where it cannot be followed. */
    public void used(Object image) {
        try {
            FollowedImage followed = images.find(image);
            if (followed != null) {
                followed.show(followed.pixels());
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // One use less.
        }
    }

    /** All call sites of which something is known, in no order. Images settled meanwhile may count twice. */
    public List<WasteSnapshot> snapshot() {
        List<FollowedImage> alive = images.alive();
        Map<String, SiteWaste> counted = new HashMap<>();
        sites.forEach((label, site) -> counted.put(label, site.copy()));
        addUnsettled(alive, counted);
        List<WasteSnapshot> snapshots = new ArrayList<>();
        counted.values().forEach(site -> snapshots.add(site.snapshot()));
        return snapshots;
    }

    /** What would come of the images that are still in use if they were settled now. */
    private static void addUnsettled(List<FollowedImage> alive, Map<String, SiteWaste> counted) {
        Map<FollowedImage, Long> largest = new IdentityHashMap<>();
        for (FollowedImage image : alive) {
            FollowedImage root = image.origin();
            largest.merge(root, Math.max(root.shown(), image.shownAtLast()), Math::max);
        }
        largest.forEach((root, size) -> {
            if (size != FollowedImage.UNUSED) {
                counted.computeIfAbsent(root.site().label, SiteWaste::new).image(root.pixels(), size);
            }
        });
    }

    /** The most memory that all of this can take, in bytes, as estimated. */
    public long estimatedBytes() {
        return FollowedImages.mostBytes() + DecodedInputs.bytes() + sites.size() * SiteWaste.BYTES;
    }
}
