package dev.hotpix.measure.waste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WasteTrackerTest {
    private static final String SITE = "App.load(App.java:1)";
    private static final long MEGA = 1_000_000;

    private final WasteTracker tracker = new WasteTracker();
    private final Object photo = new Object();
    /** What the application holds. */
    private final List<Object> held = new ArrayList<>();

    private Object decode(Object image) {
        tracker.decoded(SITE, 1, image, 12 * MEGA, WasteTracker.NO_HASH);
        return image;
    }

    /** The whole of an image of {@code from} pixels is drawn as {@code to} pixels onto a new image. */
    private Object shrink(Object image, long from, long to) {
        Object target = new Object();
        held.add(target);
        tracker.drawn(image, (double) to / from, target);
        return target;
    }

    private WasteSnapshot waste() {
        List<WasteSnapshot> all = tracker.snapshot();
        assertEquals(1, all.size());
        assertEquals(SITE, all.get(0).label());
        return all.get(0);
    }

    private void assertShown(long pixels) {
        WasteSnapshot waste = waste();
        assertEquals(1, waste.images());
        boolean shrunk = pixels < 12 * MEGA;
        assertEquals(shrunk ? 1 : 0, waste.shrunkImages());
        assertEquals(shrunk ? 12 * MEGA : 0, waste.decodedPixels());
        assertEquals(shrunk ? pixels : 0, waste.shownPixels());
    }

    private static void collect(WeakReference<?> image) throws InterruptedException {
        for (int i = 0; i < 200 && image.get() != null; i++) {
            System.gc();
            Thread.sleep(5);
        }
        assertNull(image.get());
    }

    /** What was collected is known a moment later. */
    private void awaitImages(long count) throws InterruptedException {
        for (int i = 0; i < 200 && waste().images() < count; i++) {
            Thread.sleep(5);
        }
        assertEquals(count, waste().images());
    }

    @Test
    void oneStep() {
        shrink(decode(photo), 12 * MEGA, 50_000);
        assertShown(50_000);
    }

    @Test
    void theLargestOfSeveralSizesCounts() {
        decode(photo);
        shrink(photo, 12 * MEGA, 50_000);
        shrink(photo, 12 * MEGA, 200_000);
        tracker.drawn(photo, 0.001, null);
        assertShown(200_000);
    }

    @Test
    void ofSeveralStepsTheLastCounts() {
        decode(photo);
        shrink(shrink(shrink(photo, 12 * MEGA, 3 * MEGA), 3 * MEGA, 750_000), 750_000, 50_000);
        assertShown(50_000);
    }

    @Test
    void aStepThatIsShownItselfCounts() {
        decode(photo);
        Object step = shrink(photo, 12 * MEGA, 3 * MEGA);
        shrink(step, 3 * MEGA, 50_000);
        assertShown(50_000);
        tracker.used(step);
        assertShown(3 * MEGA);
    }

    @Test
    void stepsInPlace() {
        decode(photo);
        Object step = shrink(photo, 12 * MEGA, 3 * MEGA);
        tracker.drawn(step, 0.25, step);
        assertShown(750_000);
        tracker.drawn(step, 0.25, step);
        shrink(step, 187_500, 50_000);
        assertShown(50_000);
    }

    @Test
    void anImageDrawnOntoItselfIsDecorated() {
        decode(photo);
        tracker.drawn(photo, 0.01, photo);
        assertShown(12 * MEGA);
    }

    @Test
    void mirrored() {
        decode(photo);
        tracker.drawn(photo, -0.25, null);
        assertShown(3 * MEGA);
    }

    @Test
    void fullUses() {
        decode(photo);
        shrink(photo, 12 * MEGA, 50_000);
        tracker.used(photo);
        assertShown(12 * MEGA);
    }

    @Test
    void enlargingIsFullUse() {
        decode(photo);
        shrink(photo, 12 * MEGA, 20 * MEGA);
        assertShown(12 * MEGA);
    }

    @Test
    void aCopyIsFullUseUnlessItIsShrunk() {
        decode(photo);
        Object copy = shrink(photo, 12 * MEGA, 12 * MEGA);
        assertShown(12 * MEGA);
        shrink(copy, 12 * MEGA, 50_000);
        assertShown(50_000);
    }

    /** Of a part that is shown as it is, the scale tells that no smaller image would have done. */
    @Test
    void partsCountByTheirScale() {
        decode(photo);
        tracker.drawn(photo, 1, null);
        assertShown(12 * MEGA);
    }

    @Test
    void anImageThatIsNotUsedIsNotShrunk() throws InterruptedException {
        WeakReference<Object> gone = new WeakReference<>(decode(new Object()));
        decode(photo);
        collect(gone);
        awaitImages(1);
        assertEquals(0, waste().shrunkImages());
        Reference.reachabilityFence(photo);
    }

    @Test
    void anImageThatIsGoneLivesOnInWhatWasDrawnFromIt() throws InterruptedException {
        AtomicReference<Object> image = new AtomicReference<>(decode(new Object()));
        Object step = shrink(image.get(), 12 * MEGA, 3 * MEGA);
        WeakReference<Object> gone = new WeakReference<>(image.getAndSet(null));
        collect(gone);
        assertShown(3 * MEGA);
        shrink(step, 3 * MEGA, 50_000);
        assertShown(50_000);
        WeakReference<Object> goneToo = new WeakReference<>(step);
        step = null;
        held.clear();
        collect(goneToo);
        assertShown(50_000);
        assertShown(50_000);
    }

    @Test
    void aCanvasUsedAgainBelongsToTheLatest() {
        Object canvas = new Object();
        List<Object> photos = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Object next = decode(new Object());
            photos.add(next);
            tracker.drawn(next, 0.25, canvas);
            shrink(canvas, 3 * MEGA, 50_000);
        }
        WasteSnapshot waste = waste();
        assertEquals(10, waste.shrunkImages());
        assertEquals(10 * 12 * MEGA, waste.decodedPixels());
        assertEquals(10 * 50_000, waste.shownPixels());
        assertEquals(List.of(Advice.READ_SMALLER), waste.advice());
        Reference.reachabilityFence(photos);
    }

    @Test
    void whatIsDrawnOntoADecodedImageStaysThere() {
        Object logo = new Object();
        decode(photo);
        tracker.decoded("other", 1, logo, MEGA, WasteTracker.NO_HASH);
        tracker.drawn(logo, 0.5, photo);
        shrink(photo, 12 * MEGA, 50_000);
        for (WasteSnapshot waste : tracker.snapshot()) {
            assertEquals(waste.label().equals(SITE) ? 50_000 : 500_000, waste.shownPixels(), waste.label());
        }
    }

    @Test
    void anImageIsReadIntoAgain() {
        for (int i = 0; i < 10; i++) {
            decode(photo);
            shrink(photo, 12 * MEGA, 50_000);
        }
        assertEquals(10, waste().images());
        assertEquals(10, waste().shrunkImages());
    }

    @Test
    void chainsMayBeLong() {
        Object last = decode(photo);
        long size = 12 * MEGA;
        for (int i = 0; i < 30; i++) {
            last = shrink(last, 4, 3);
            size = Math.round(size * 0.75);
        }
        assertShown(size);
    }

    @Test
    void twoImagesDrawnFromEachOther() {
        decode(photo);
        Object one = shrink(photo, 12 * MEGA, 10 * MEGA);
        Object other = new Object();
        for (int i = 0; i < 5; i++) {
            tracker.drawn(one, 0.5, other);
            tracker.drawn(other, 0.5, one);
        }
        assertShown(Math.round(10 * MEGA / 1024.0));
        Reference.reachabilityFence(other);
    }

    @Test
    void smallImagesAreNotFollowed() {
        tracker.decoded(SITE, 1, photo, WasteTracker.LEAST_DECODED - 1, WasteTracker.NO_HASH);
        assertFalse(tracker.follows(photo));
        assertEquals(List.of(), tracker.snapshot());
    }

    @Test
    void othersAreNotFollowed() {
        assertFalse(tracker.follows(photo));
        decode(new Object());
        shrink(photo, 2, 1);
        tracker.used(photo);
        assertEquals(0, waste().images());
    }

    @Test
    void repeats() {
        for (int i = 0; i < 20; i++) {
            tracker.decoded(SITE, 1_000, null, 0, i < 10 ? i + 1 : 5);
        }
        WasteSnapshot waste = waste();
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
            held.add(image);
            tracker.decoded("site " + i, 1, image, 12 * MEGA, i + 1);
            for (int depth = 0; depth < 20; depth++) {
                image = shrink(image, 10, 9);
            }
        }
        assertEquals(WasteTracker.MOST_SITES, tracker.snapshot().size());
        assertTrue(tracker.estimatedBytes() > 400_000, tracker.estimatedBytes() + " bytes");
        assertTrue(tracker.estimatedBytes() < 600_000, tracker.estimatedBytes() + " bytes");
    }

    @Test
    void loadersAreNotKept() throws Exception {
        WeakReference<ClassLoader> loader = new WeakReference<>(decodeInNewLoader());
        collect(loader);
        awaitImages(1);
    }

    private ClassLoader decodeInNewLoader() throws Exception {
        ClassLoader loader = new OwnImage.Loader();
        Object image = loader.loadClass(OwnImage.class.getName()).getDeclaredConstructor().newInstance();
        assertFalse(image instanceof OwnImage);
        decode(image);
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
                try (java.io.InputStream in = OwnImage.class.getResourceAsStream(
                        "WasteTrackerTest$OwnImage.class")) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (java.io.IOException impossible) {
                    throw new ClassNotFoundException(name, impossible);
                }
            }
        }
    }

    @Test
    void manyThreadsOnTheSameImages() throws InterruptedException {
        Object[] images = new Object[3_000];
        for (int i = 0; i < images.length; i++) {
            images[i] = new Object();
        }
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            boolean reads = i == 0;
            Thread thread = new Thread(() -> churn(images, reads));
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
        shrink(last, 12 * MEGA, 50_000);
        WasteSnapshot waste = tracker.snapshot().stream()
                .filter(one -> one.label().equals("last")).findAny().orElse(null);
        assertNotNull(waste);
        assertEquals(50_000, waste.shownPixels());
    }

    private void churn(Object[] images, boolean reads) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < (reads ? 100 : 100_000); i++) {
            Object one = images[random.nextInt(images.length)];
            Object other = images[random.nextInt(images.length)];
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
