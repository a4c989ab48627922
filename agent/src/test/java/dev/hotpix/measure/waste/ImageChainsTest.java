package dev.hotpix.measure.waste;

import static dev.hotpix.measure.waste.TrackedImages.MEGA;
import static dev.hotpix.measure.waste.TrackedImages.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How large an image was shown, through all that was drawn from it. */
class ImageChainsTest {

    private final TrackedImages images = new TrackedImages();
    private final WasteTracker tracker = images.tracker;
    private final Object photo = new Object();

    @Test
    void oneStep() {
        images.shrink(images.decode(photo), 12 * MEGA, 50_000);
        images.assertShown(50_000);
    }

    @Test
    void theLargestOfSeveralSizesCounts() {
        images.decode(photo);
        images.shrink(photo, 12 * MEGA, 50_000);
        images.shrink(photo, 12 * MEGA, 200_000);
        tracker.drawn(photo, 0.001, null);
        images.assertShown(200_000);
    }

    @Test
    void ofSeveralStepsTheLastCounts() {
        images.decode(photo);
        images.shrink(images.shrink(images.shrink(photo, 12 * MEGA, 3 * MEGA), 3 * MEGA, 750_000), 750_000, 50_000);
        images.assertShown(50_000);
    }

    @Test
    void aStepThatIsShownItselfCounts() {
        images.decode(photo);
        Object step = images.shrink(photo, 12 * MEGA, 3 * MEGA);
        images.shrink(step, 3 * MEGA, 50_000);
        images.assertShown(50_000);
        tracker.used(step);
        images.assertShown(3 * MEGA);
    }

    @Test
    void stepsInPlace() {
        images.decode(photo);
        Object step = images.shrink(photo, 12 * MEGA, 3 * MEGA);
        tracker.drawn(step, 0.25, step);
        images.assertShown(750_000);
        tracker.drawn(step, 0.25, step);
        images.shrink(step, 187_500, 50_000);
        images.assertShown(50_000);
    }

    @Test
    void anImageDrawnOntoItselfIsDecorated() {
        images.decode(photo);
        tracker.drawn(photo, 0.01, photo);
        images.assertShown(12 * MEGA);
    }

    @Test
    void mirrored() {
        images.decode(photo);
        tracker.drawn(photo, -0.25, null);
        images.assertShown(3 * MEGA);
    }

    @Test
    void fullUses() {
        images.decode(photo);
        images.shrink(photo, 12 * MEGA, 50_000);
        tracker.used(photo);
        images.assertShown(12 * MEGA);
    }

    @Test
    void enlargingIsFullUse() {
        images.decode(photo);
        images.shrink(photo, 12 * MEGA, 20 * MEGA);
        images.assertShown(12 * MEGA);
    }

    @Test
    void aCopyIsFullUseUnlessItIsShrunk() {
        images.decode(photo);
        Object copy = images.shrink(photo, 12 * MEGA, 12 * MEGA);
        images.assertShown(12 * MEGA);
        images.shrink(copy, 12 * MEGA, 50_000);
        images.assertShown(50_000);
    }

    /** Of a part that is shown as it is, the scale tells that no smaller image would have done. */
    @Test
    void partsCountByTheirScale() {
        images.decode(photo);
        tracker.drawn(photo, 1, null);
        images.assertShown(12 * MEGA);
    }

    @Test
    void anImageThatIsNotUsedIsNotShrunk() throws InterruptedException {
        WeakReference<Object> gone = new WeakReference<>(images.decode(new Object()));
        images.decode(photo);
        TrackedImages.collect(gone);
        images.awaitImages(1);
        assertEquals(0, images.waste().shrunkImages());
        Reference.reachabilityFence(photo);
    }

    @Test
    void anImageThatIsGoneLivesOnInWhatWasDrawnFromIt() throws InterruptedException {
        AtomicReference<Object> image = new AtomicReference<>(images.decode(new Object()));
        Object step = images.shrink(image.get(), 12 * MEGA, 3 * MEGA);
        WeakReference<Object> gone = new WeakReference<>(image.getAndSet(null));
        TrackedImages.collect(gone);
        images.assertShown(3 * MEGA);
        images.shrink(step, 3 * MEGA, 50_000);
        images.assertShown(50_000);
        WeakReference<Object> goneToo = new WeakReference<>(step);
        step = null;
        images.held.clear();
        TrackedImages.collect(goneToo);
        images.assertShown(50_000);
        images.assertShown(50_000);
    }

    @Test
    void aCanvasUsedAgainBelongsToTheLatest() {
        Object canvas = new Object();
        List<Object> photos = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Object next = images.decode(new Object());
            photos.add(next);
            tracker.drawn(next, 0.25, canvas);
            images.shrink(canvas, 3 * MEGA, 50_000);
        }
        WasteSnapshot waste = images.waste();
        assertEquals(10, waste.shrunkImages());
        assertEquals(10 * 12 * MEGA, waste.decodedPixels());
        assertEquals(10 * 50_000, waste.shownPixels());
        assertEquals(List.of(Advice.READ_SMALLER), waste.advice());
        Reference.reachabilityFence(photos);
    }

    @Test
    void whatIsDrawnOntoADecodedImageStaysThere() {
        Object logo = new Object();
        images.decode(photo);
        tracker.decoded("other", 1, logo, MEGA, WasteTracker.NO_HASH);
        tracker.drawn(logo, 0.5, photo);
        images.shrink(photo, 12 * MEGA, 50_000);
        for (WasteSnapshot waste : tracker.snapshot()) {
            assertEquals(waste.label().equals(SITE) ? 50_000 : 500_000, waste.shownPixels(), waste.label());
        }
    }

    @Test
    void anImageIsReadIntoAgain() {
        for (int i = 0; i < 10; i++) {
            images.decode(photo);
            images.shrink(photo, 12 * MEGA, 50_000);
        }
        assertEquals(10, images.waste().images());
        assertEquals(10, images.waste().shrunkImages());
    }

    @Test
    void chainsMayBeLong() {
        Object last = images.decode(photo);
        long size = 12 * MEGA;
        for (int i = 0; i < 30; i++) {
            last = images.shrink(last, 4, 3);
            size = Math.round(size * 0.75);
        }
        images.assertShown(size);
    }

    @Test
    void twoImagesDrawnFromEachOther() {
        images.decode(photo);
        Object one = images.shrink(photo, 12 * MEGA, 10 * MEGA);
        Object other = new Object();
        for (int i = 0; i < 5; i++) {
            tracker.drawn(one, 0.5, other);
            tracker.drawn(other, 0.5, one);
        }
        images.assertShown(Math.round(10 * MEGA / 1024.0));
        Reference.reachabilityFence(other);
    }
}
