package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WalkBudgetTest {
    private static final long SECOND = 1_000_000_000;

    /** The clock wraps around in the middle. */
    private long now = Long.MAX_VALUE - 5 * SECOND;
    private final WalkBudget budget = new WalkBudget(now);
    private final WalkBudget.Turn turn = new WalkBudget.Turn();

    /** Operations of one thread, one each {@code period} nanoseconds; returns how many were walked. */
    private long run(long seconds, long period, long walkNanos) {
        long walked = 0;
        for (long i = 0; i < seconds * SECOND / period; i++) {
            now += period;
            if (budget.choose(turn, now)) {
                budget.took(walkNanos);
                walked++;
            }
        }
        return walked;
    }

    @Test
    void aThousandthOfOneProcessorIsTheMost() {
        for (long period : new long[] {1_000, 20_000, 1_000_000}) {
            long walked = run(10, period, 10_000);
            // Ten seconds' share, and what idle seconds have saved.
            assertTrue(walked <= 10 * 100 + 500, walked + " walks, one operation each " + period + " ns");
            assertTrue(walked >= 10 * 60, walked + " walks, one operation each " + period + " ns");
        }
    }

    @Test
    void measuredCostCounts() {
        run(10, 20_000, 50_000);
        assertEquals(50_000, budget.walkNanos(), 100);
        long walked = run(10, 20_000, 50_000);
        assertTrue(walked <= 10 * 20 + 100 && walked >= 10 * 12, walked + " walks");
    }

    @Test
    void whenThereAreFewAllAreWalked() {
        assertEquals(500, run(10, SECOND / 50, 10_000));
    }

    @Test
    void afterARushTheFewAreWalkedAgain() {
        run(10, 1_000, 10_000);
        run(30, SECOND / 10, 10_000);
        assertEquals(100, run(10, SECOND / 10, 10_000));
    }

    @Test
    void threadsOfOneOperationEachAreSampledToo() {
        long walked = 0;
        for (int i = 0; i < 500_000; i++) {
            now += 20_000;
            walked += budget.choose(new WalkBudget.Turn(), now) ? 1 : 0;
        }
        assertTrue(walked <= 1500 && walked >= 600, walked + " walks");
    }

    @Test
    void threadsShareTheAccount() throws InterruptedException {
        long start = now;
        AtomicLong clock = new AtomicLong(start);
        AtomicLong walked = new AtomicLong();
        MeasurementsTest.runAll(4, number -> {
            WalkBudget.Turn own = new WalkBudget.Turn();
            for (int i = 0; i < 250_000; i++) {
                if (budget.choose(own, clock.addAndGet(10_000))) {
                    walked.incrementAndGet();
                }
            }
        });
        // Ten seconds in all.
        assertTrue(walked.get() <= 1500 && walked.get() >= 500, walked + " walks");
    }
}
