package dev.hotpix.measure.waste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** An application that decodes images of twelve megapixels in one line and draws them smaller. */
final class TrackedImages {

    static final String SITE = "App.load(App.java:1)";
    static final long MEGA = 1_000_000;

    final WasteTracker tracker = new WasteTracker();
    /** What the application holds. */
    final List<Object> held = new ArrayList<>();

    Object decode(Object image) {
        tracker.decoded(SITE, 1, image, 12 * MEGA, WasteTracker.NO_HASH);
        return image;
    }

    /** The whole of an image of {@code from} pixels is drawn as {@code to} pixels onto a new image. */
    Object shrink(Object image, long from, long to) {
        Object target = new Object();
        held.add(target);
        tracker.drawn(image, (double) to / from, target);
        return target;
    }

    WasteSnapshot waste() {
        List<WasteSnapshot> all = tracker.snapshot();
        assertEquals(1, all.size());
        assertEquals(SITE, all.get(0).label());
        return all.get(0);
    }

    void assertShown(long pixels) {
        WasteSnapshot waste = waste();
        assertEquals(1, waste.images());
        boolean shrunk = pixels < 12 * MEGA;
        assertEquals(shrunk ? 1 : 0, waste.shrunkImages());
        assertEquals(shrunk ? 12 * MEGA : 0, waste.decodedPixels());
        assertEquals(shrunk ? pixels : 0, waste.shownPixels());
    }

    static void collect(WeakReference<?> image) throws InterruptedException {
        for (int i = 0; i < 200 && image.get() != null; i++) {
            System.gc();
            Thread.sleep(5);
        }
        assertNull(image.get());
    }

    /** What was collected is known a moment later. */
    void awaitImages(long count) throws InterruptedException {
        for (int i = 0; i < 200 && waste().images() < count; i++) {
            Thread.sleep(5);
        }
        assertEquals(count, waste().images());
    }
}
