package dev.hotpix.measure.waste;

import java.util.concurrent.atomic.AtomicLong;

/** What is known for good of the waste of one line of the application. */
final class SiteWaste {
    /** What a site takes with its entry in the map, in bytes. */
    static final long BYTES = 400;

    final String label;
    private final AtomicLong images = new AtomicLong();
    private final AtomicLong shrunkImages = new AtomicLong();
    private final AtomicLong decodedPixels = new AtomicLong();
    private final AtomicLong shownPixels = new AtomicLong();
    private final AtomicLong decodes = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final AtomicLong repeatNanos = new AtomicLong();

    SiteWaste(String label) {
        this.label = label;
    }

    /**
     * An image will not be used any more.
     *
     * @param shown the pixels of the largest size it was shown in, or {@link FollowedImage#UNUSED}
     */
    void image(long decoded, long shown) {
        images.incrementAndGet();
        if (shown != FollowedImage.UNUSED && shown < decoded) {
            decodedPixels.addAndGet(decoded);
            shownPixels.addAndGet(shown);
            shrunkImages.incrementAndGet();
        }
    }

    void decode(boolean repeated, long nanos) {
        decodes.incrementAndGet();
        if (repeated) {
            repeats.incrementAndGet();
            repeatNanos.addAndGet(nanos);
        }
    }

    /** A copy that can count on. */
    SiteWaste copy() {
        SiteWaste copy = new SiteWaste(label);
        copy.shrunkImages.set(shrunkImages.get());
        copy.decodedPixels.set(decodedPixels.get());
        copy.shownPixels.set(shownPixels.get());
        copy.images.set(images.get());
        copy.repeatNanos.set(repeatNanos.get());
        copy.repeats.set(repeats.get());
        copy.decodes.set(decodes.get());
        return copy;
    }

    WasteSnapshot snapshot() {
        return new WasteSnapshot(label, images.get(), shrunkImages.get(), decodedPixels.get(), shownPixels.get(),
                decodes.get(), repeats.get(), repeatNanos.get());
    }
}
