package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;

/** What tests of a tracker start from: one whose clock they set. */
abstract class ClockedTracker {

    final Measurements measurements = new Measurements(Operation.DECODE);
    long now = 1_000_000;
    final OperationTracker tracker = new OperationTracker(measurements, () -> now);

    SeriesSnapshot only() {
        List<SeriesSnapshot> all = measurements.snapshot();
        assertEquals(1, all.size());
        return all.get(0);
    }

    long calls() {
        return measurements.snapshot().stream().mapToLong(SeriesSnapshot::calls).sum();
    }

    void completeOne() {
        long token = tracker.enter(Api.IMAGEIO);
        assertNotEquals(OperationTracker.NONE, token);
        now += 5_000_000;
        assertEquals(5_000_000, tracker.exit(token));
        assertFalse(tracker.currentlyRunning());
    }
}
