package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTrackerTest extends ClockedTracker {

    @Test
    void nestedCallsAreOneOperationWithTheFactsOfAll() {
        assertFalse(tracker.currentlyRunning());
        long outer = tracker.enter(Api.IMAGEIO);
        assertTrue(tracker.currentlyRunning());
        now += 1_000_000;
        long middle = tracker.enter(Api.JAVA2D);
        tracker.format(Format.JPEG);
        long inner = tracker.enter(Api.OTHER);
        tracker.engine(Engine.STOCK);
        tracker.engine(Engine.LIBJPEG_TURBO);
        tracker.engine(Engine.STOCK);
        tracker.pixels(600);
        tracker.pixels(-1);
        tracker.pixels(400);
        now += 7_000_000;
        assertEquals(OperationTracker.NOT_RECORDED, tracker.exit(inner));
        assertEquals(OperationTracker.NOT_RECORDED, tracker.exit(middle));
        assertTrue(tracker.currentlyRunning());
        now += 2_000_000;
        assertEquals(10_000_000, tracker.exit(outer));

        assertEquals(OperationTracker.NONE, middle);
        assertEquals(OperationTracker.NONE, inner);
        SeriesSnapshot one = only();
        assertEquals(Api.IMAGEIO, one.api());
        assertEquals(Format.JPEG, one.format());
        assertEquals(Engine.LIBJPEG_TURBO, one.engine());
        assertEquals(Outcome.OK, one.outcome());
        assertEquals(1, one.calls());
        assertEquals(10_000_000, one.totalNanos());
        assertEquals(1000, one.pixels());
    }

    @Test
    void factsDoNotLeakIntoTheNextOperation() {
        long token = tracker.enter(Api.IMAGEIO);
        tracker.format(Format.PNG);
        tracker.engine(Engine.VECTOR);
        tracker.pixels(7);
        tracker.exit(token, Outcome.ERROR);
        tracker.format(Format.GIF);
        token = tracker.enter(Api.IMAGEIO);
        tracker.exit(token);

        SeriesSnapshot second = measurements.snapshot().stream()
                .filter(one -> one.outcome() == Outcome.OK).findFirst().orElseThrow();
        assertEquals(Format.UNKNOWN, second.format());
        assertEquals(Engine.STOCK, second.engine());
        assertEquals(0, second.pixels());
    }

    @Test
    void theOuterFormatWins() {
        long token = tracker.enter(Api.IMAGEIO);
        tracker.format(null);
        tracker.format(Format.TIFF);
        tracker.format(Format.JPEG);
        tracker.exit(token);
        assertEquals(Format.TIFF, only().format());
    }

    @Test
    void exceptionsEndTheOperationAsAnError() {
        long outer = tracker.enter(Api.IMAGEIO);
        try {
            long inner = tracker.enter(Api.IMAGEIO);
            try {
                throw new IllegalStateException("a damaged file");
            } finally {
                tracker.exit(inner, Outcome.ERROR);
            }
        } catch (IllegalStateException expected) {
            tracker.exit(outer, Outcome.ERROR);
        }
        assertEquals(Outcome.ERROR, only().outcome());
        completeOne();
    }

    @Test
    void anInnerErrorThatTheOuterCallSurvivedIsNone() {
        long outer = tracker.enter(Api.IMAGEIO);
        tracker.exit(tracker.enter(Api.IMAGEIO), Outcome.ERROR);
        tracker.exit(outer, Outcome.OK);
        assertEquals(Outcome.OK, only().outcome());
    }

    @Test
    void anAbortIsAFactOfAnInnerCall() {
        long outer = tracker.enter(Api.IMAGEIO);
        tracker.outcome(Outcome.ABORTED);
        tracker.exit(outer);
        assertEquals(Outcome.ABORTED, only().outcome());
    }

    @Test
    void switchedOffInTheMiddle() {
        long outer = tracker.enter(Api.IMAGEIO);
        long inner = tracker.enter(Api.IMAGEIO);
        tracker.enabled(false);
        assertEquals(OperationTracker.NONE, tracker.enter(Api.IMAGEIO));
        tracker.exit(inner);
        assertEquals(OperationTracker.NOT_RECORDED, tracker.exit(outer));
        assertFalse(tracker.currentlyRunning());
        assertEquals(0, calls());
        tracker.enabled(true);
        completeOne();
    }

    @Test
    void switchedOnInTheMiddle() {
        tracker.enabled(false);
        assertFalse(tracker.enabled());
        long outer = tracker.enter(Api.IMAGEIO);
        tracker.enabled(true);
        long inner = tracker.enter(Api.JAVA2D);
        tracker.exit(inner);
        tracker.exit(outer);
        assertFalse(tracker.currentlyRunning());
        assertEquals(Api.JAVA2D, only().api());
        completeOne();
    }

    @Test
    void suppressedWorkIsNotMeasuredByAnyTracker() {
        OperationTracker resize = new OperationTracker(measurements);
        assertFalse(OperationTracker.suppressed(true));
        try {
            assertTrue(OperationTracker.suppressed(true), "suppressions nest");
            OperationTracker.suppressed(true);
            tracker.exit(tracker.enter(Api.IMAGEIO));
            resize.exit(resize.enter(Api.JAVA2D));
            assertFalse(tracker.currentlyRunning());
        } finally {
            OperationTracker.suppressed(false);
        }
        assertEquals(0, calls());
        completeOne();
    }

    @Test
    void namedEngineOutweighsOneThatIsOnlyNotOurs() {
        long outer = tracker.enter(Api.IMAGEIO);
        tracker.engine(Engine.OTHER);
        tracker.engine(Engine.LIBJPEG_TURBO);
        tracker.engine(Engine.OTHER);
        tracker.exit(outer);
        assertEquals(Engine.LIBJPEG_TURBO, only().engine());
    }

    @Test
    void suppressedWorkWithinAnOperationSaysNothingAboutIt() {
        long outer = tracker.enter(Api.IMAGEIO);
        tracker.pixels(5);
        OperationTracker.suppressed(true);
        long verify = tracker.enter(Api.IMAGEIO);
        tracker.format(Format.BMP);
        tracker.engine(Engine.OTHER);
        tracker.pixels(5);
        tracker.outcome(Outcome.ERROR);
        tracker.exit(verify);
        OperationTracker.suppressed(false);
        tracker.exit(outer);
        SeriesSnapshot one = only();
        assertEquals(Format.UNKNOWN, one.format());
        assertEquals(Engine.STOCK, one.engine());
        assertEquals(Outcome.OK, one.outcome());
        assertEquals(5, one.pixels());
    }

    @Test
    void suppressionIsOfOneThread() throws InterruptedException {
        OperationTracker.suppressed(true);
        try {
            MeasurementsTest.runAll(1, number -> tracker.exit(tracker.enter(Api.IMAGEIO)));
        } finally {
            OperationTracker.suppressed(false);
        }
        assertEquals(1, calls());
    }

    @Test
    void eightThreadsKeepTheirOperationsApart() throws InterruptedException {
        OperationTracker real = new OperationTracker(measurements);
        MeasurementsTest.runAll(8, number -> {
            Format own = Format.values()[number];
            for (int i = 0; i < 10_000; i++) {
                long outer = real.enter(Api.IMAGEIO);
                long inner = real.enter(Api.IMAGEIO);
                real.format(own);
                real.pixels(number);
                real.exit(inner);
                real.exit(outer);
            }
        });
        List<SeriesSnapshot> all = measurements.snapshot();
        assertEquals(8, all.size());
        for (SeriesSnapshot one : all) {
            assertEquals(10_000, one.calls());
            assertEquals(10_000L * one.format().ordinal(), one.pixels());
        }
    }
}
