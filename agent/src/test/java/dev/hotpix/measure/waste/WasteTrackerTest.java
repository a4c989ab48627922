package dev.hotpix.measure.waste;

import static dev.hotpix.measure.waste.TrackedImages.MEGA;
import static dev.hotpix.measure.waste.TrackedImages.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Which images are followed, repeats of inputs, and what it takes. */
class WasteTrackerTest {

    private final TrackedImages images = new TrackedImages();
    private final WasteTracker tracker = images.tracker;
    private final Object photo = new Object();

    @Test
    void smallImagesAreNotFollowed() {
        tracker.decoded(SITE, 1, photo, WasteTracker.LEAST_DECODED - 1, WasteTracker.NO_HASH);
        assertFalse(tracker.follows(photo));
        assertEquals(List.of(), tracker.snapshot());
    }

    @Test
    void othersAreNotFollowed() {
        assertFalse(tracker.follows(photo));
        images.decode(new Object());
        images.shrink(photo, 2, 1);
        tracker.used(photo);
        assertEquals(0, images.waste().images());
    }

    @Test
    void repeats() {
        for (int i = 0; i < 20; i++) {
            tracker.decoded(SITE, 1_000, null, 0, i < 10 ? i + 1 : 5);
        }
        WasteSnapshot waste = images.waste();
        assertEquals(20, waste.decodes());
        assertEquals(10, waste.repeats());
        assertEquals(10_000, waste.repeatNanos());
        assertEquals(0, waste.images());
        assertEquals(List.of(Advice.CACHE), waste.advice());
    }

    @Test
    void theOldestInputsAreForgotten() {
        DecodedInputs inputs = new DecodedInputs();
        for (long hash = 1; hash <= 10 * DecodedInputs.MOST; hash++) {
            assertFalse(inputs.add(hash));
        }
        assertTrue(inputs.add(10 * DecodedInputs.MOST));
        assertFalse(inputs.add(1));
        int known = 0;
        for (long hash = 10 * DecodedInputs.MOST; hash > 9 * DecodedInputs.MOST; hash--) {
            known += inputs.add(hash) ? 1 : 0;
        }
        assertTrue(known > DecodedInputs.MOST / 2, known + " known");
    }

    @Test
    void noAdviceOnThinEvidence() {
        assertEquals(List.of(), new WasteSnapshot("", 9, 9, 9 * MEGA, 9, 9, 9, 9).advice());
        assertEquals(List.of(Advice.READ_SMALLER, Advice.CACHE),
                new WasteSnapshot("", 10, 10, 10 * MEGA, 10, 11, 10, 9).advice());
        // Two of ten images are used in another way.
        assertEquals(List.of(), new WasteSnapshot("", 100, 80, 80 * MEGA, 80, 0, 0, 0).advice());
        // Subsampling spares nothing.
        assertEquals(List.of(), new WasteSnapshot("", 10, 10, 10 * MEGA, 3 * MEGA, 0, 0, 0).advice());
        assertEquals(List.of(), new WasteSnapshot("", 0, 0, 0, 0, 100, 19, 1).advice());
    }

    @Test
    void sitesAndMemoryAreBounded() {
        for (int i = 0; i < 5_000; i++) {
            Object image = new Object();
            images.held.add(image);
            tracker.decoded("site " + i, 1, image, 12 * MEGA, i + 1);
            for (int depth = 0; depth < 20; depth++) {
                image = images.shrink(image, 10, 9);
            }
        }
        assertEquals(WasteTracker.MOST_SITES, tracker.snapshot().size());
        assertTrue(tracker.estimatedBytes() > 400_000, tracker.estimatedBytes() + " bytes");
        assertTrue(tracker.estimatedBytes() < 600_000, tracker.estimatedBytes() + " bytes");
    }

    @Test
    void loadersAreNotKept() throws Exception {
        WeakReference<ClassLoader> loader = new WeakReference<>(decodeInNewLoader());
        TrackedImages.collect(loader);
        images.awaitImages(1);
    }

    private ClassLoader decodeInNewLoader() throws Exception {
        ClassLoader loader = new OwnImage.Loader();
        Object image = loader.loadClass(OwnImage.class.getName()).getDeclaredConstructor().newInstance();
        assertFalse(image instanceof OwnImage);
        images.decode(image);
        tracker.drawn(image, 0.01, null);
        return loader;
    }

    /** An image of a class of the application. */
    public static final class OwnImage {
        static final class Loader extends ClassLoader {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.equals(OwnImage.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                try (InputStream in = OwnImage.class.getResourceAsStream("WasteTrackerTest$OwnImage.class")) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException impossible) {
                    throw new ClassNotFoundException(name, impossible);
                }
            }
        }
    }

    @Test
    void manyThreadsOnTheSameImages() throws InterruptedException {
        Object[] pictures = new Object[3_000];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = new Object();
        }
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            boolean reads = i == 0;
            Thread thread = new Thread(() -> churn(pictures, reads));
            thread.setUncaughtExceptionHandler((any, thrown) -> failure.set(thrown));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertNull(failure.get());
        // It still works.
        Object last = new Object();
        tracker.decoded("last", 1, last, 12 * MEGA, WasteTracker.NO_HASH);
        images.shrink(last, 12 * MEGA, 50_000);
        WasteSnapshot waste = tracker.snapshot().stream()
                .filter(one -> one.label().equals("last")).findAny().orElse(null);
        assertNotNull(waste);
        assertEquals(50_000, waste.shownPixels());
    }

    private void churn(Object[] pictures, boolean reads) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < (reads ? 100 : 100_000); i++) {
            Object one = pictures[random.nextInt(pictures.length)];
            Object other = pictures[random.nextInt(pictures.length)];
            if (reads) {
                tracker.snapshot().forEach(waste -> assertTrue(waste.shrunkImages() <= waste.images()
                        && waste.shownPixels() <= waste.decodedPixels(), waste::label));
            } else if (i % 3 == 0) {
                tracker.decoded("site " + i % 30, 1, one, 12 * MEGA, i);
            } else {
                tracker.drawn(one, random.nextDouble(), i % 3 == 1 ? other : null);
            }
        }
    }
}
