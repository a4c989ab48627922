package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What missed exits, odd clocks and the end of the stack do to the operations after them: nothing. */
class OperationTrackerHealingTest extends ClockedTracker {

    @Test
    void missedExitsOfInnerCallsDoNoHarm() {
        long outer = tracker.enter(Api.IMAGEIO);
        tracker.enter(Api.IMAGEIO);
        tracker.enter(Api.IMAGEIO);
        tracker.exit(outer);
        assertFalse(tracker.currentlyRunning());
        completeOne();
        assertEquals(2, calls());
    }

    @Test
    void aMissedExitOfAnOutermostCallHealsWhenACallAroundItEnds() {
        // A call of more than ten minutes, so that one within it is taken for an operation of its own.
        long around = tracker.enter(Api.IMAGEIO);
        now += OperationTracker.STALE_NANOS;
        tracker.enter(Api.IMAGEIO);
        assertEquals(OperationTracker.NOT_RECORDED, tracker.exit(around));
        assertFalse(tracker.currentlyRunning());
        completeOne();
        assertEquals(1, calls());
    }

    @Test
    void aMissedExitOfAnOutermostCallHealsWithTime() {
        tracker.enter(Api.IMAGEIO);
        tracker.format(Format.PNG);
        now += OperationTracker.STALE_NANOS - 1;
        assertEquals(OperationTracker.NONE, tracker.enter(Api.IMAGEIO));
        now += 1;
        completeOne();
        assertEquals(Format.UNKNOWN, only().format());
        assertEquals(5_000_000, only().totalNanos());
    }

    @Test
    void aSecondExitIsNone() {
        long token = tracker.enter(Api.IMAGEIO);
        tracker.exit(token);
        assertEquals(OperationTracker.NOT_RECORDED, tracker.exit(token));
        assertEquals(1, calls());
        completeOne();
    }

    @Test
    void aTokenThatNobodyHoldsEndsNothing() {
        now += 1_000;
        long token = tracker.enter(Api.IMAGEIO);
        assertEquals(OperationTracker.NOT_RECORDED, tracker.exit(token + 500));
        assertTrue(tracker.currentlyRunning());
        tracker.exit(token);
        assertEquals(1, calls());
    }

    @Test
    void aClockAtZeroOrBelowStillGivesATokenThatIsOne() {
        now = 0;
        completeOne0();
        now = -50;
        completeOne0();
        assertEquals(2, calls());
    }

    private void completeOne0() {
        long token = tracker.enter(Api.IMAGEIO);
        assertNotEquals(OperationTracker.NONE, token);
        now += 40;
        tracker.exit(token);
    }

    @Test
    void noFailureReachesTheCaller() {
        OperationTracker broken = new OperationTracker(measurements, () -> {
            throw new OutOfMemoryError("as it were");
        });
        assertEquals(OperationTracker.NONE, broken.enter(Api.IMAGEIO));
        OperationTracker homeless = new OperationTracker(null);
        homeless.exit(homeless.enter(null), null);
        assertFalse(homeless.currentlyRunning());
    }

    /** Operations that begin ever closer to the end of the stack, until enter or exit cannot be run. */
    @Test
    void aThreadThatOverflowedItsStackIsMeasuredAgain() throws InterruptedException {
        OperationTracker real = new OperationTracker(measurements);
        MeasurementsTest.runAll(1, number -> {
            for (int round = 0; round < 20; round++) {
                descend(real);
                assertFalse(real.currentlyRunning(), "round " + round);
            }
            long before = calls();
            real.exit(real.enter(Api.IMAGEIO));
            assertEquals(before + 1, calls());
        });
    }

    private static void descend(OperationTracker tracker) {
        try {
            descend(tracker);
        } catch (StackOverflowError expected) {
            // Here the stack has just ended: run an operation there, as woven code would.
        }
        long token = OperationTracker.NONE;
        try {
            token = tracker.enter(Api.IMAGEIO);
        } catch (StackOverflowError suppressed) {
            return;
        }
        try {
            tracker.exit(token);
        } catch (StackOverflowError suppressed) {
            // Weaving swallows what the call of our own method throws.
        }
    }
}
