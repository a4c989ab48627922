package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Measuring allocates nothing in steady state. */
class AllocationTest {
    private static final int OPERATIONS = 100_000;
    /** What the test itself and the JVM's bookkeeping may take, far below one byte an operation. */
    private static final long SLACK_BYTES = 4096;

    private enum Reason { ONE, TWO }

    private final Measurements measurements = new Measurements(Operation.DECODE);
    private final OperationTracker tracker = new OperationTracker(measurements);
    private final ReasonCounters<Reason> reasons = new ReasonCounters<>(Reason.class, Reason::name);

    private void operate(OperationTracker tracker) {
        for (int i = 0; i < OPERATIONS; i++) {
            long outer = tracker.enter(Api.IMAGEIO);
            long inner = tracker.enter(Api.IMAGEIO);
            tracker.format(Format.ofName((i & 1) == 0 ? "jpeg" : "PNG"));
            tracker.engine(Engine.LIBJPEG_TURBO);
            tracker.pixels(1_000);
            reasons.count((i & 1) == 0 ? Reason.ONE : Reason.TWO);
            tracker.exit(inner);
            tracker.exit(outer);
        }
    }

    @Test
    void noneInSteadyState() {
        assertNothingAllocated(tracker);
    }

    /** Clocks that stand still: when what was saved is spent on walks of no time, no other is granted. */
    @Test
    void noneForOperationsWhoseCallSiteIsNotLookedFor() {
        CallSites sites = new CallSites(new ApplicationFrames(null, Set.of(), List.of()), () -> 1);
        assertNothingAllocated(new OperationTracker(measurements, sites, Operation.DECODE, () -> 1));
        long walked = sites.snapshot().stream().mapToLong(SiteSnapshot::observed).sum();
        assertTrue(walked > 0 && walked <= 5_000, walked + " walked");
    }

    private void assertNothingAllocated(OperationTracker tracker) {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled());
        long self = Thread.currentThread().getId();
        operate(tracker);
        operate(tracker);

        long before = threads.getThreadAllocatedBytes(self);
        operate(tracker);
        long allocated = threads.getThreadAllocatedBytes(self) - before;

        assertTrue(allocated < SLACK_BYTES, allocated + " bytes in " + OPERATIONS + " operations");
        assertEquals(3L * OPERATIONS, measurements.snapshot().stream().mapToLong(SeriesSnapshot::calls).sum());
    }
}
