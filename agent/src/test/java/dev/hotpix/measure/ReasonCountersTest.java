package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonCountersTest {
    private enum Reason { TOO_SMALL, PROGRESSIVE, LISTENER, NEVER }

    private final ReasonCounters<Reason> counters =
            new ReasonCounters<>(Reason.class, reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));

    @Test
    void nothingCounted() {
        assertEquals("", counters.last());
        assertEquals("{}", counters.snapshot().toString());
    }

    @Test
    void mostFrequentFirstAndEqualOnesInTheirOwnOrder() {
        counters.count(Reason.LISTENER);
        counters.count(Reason.TOO_SMALL);
        counters.count(Reason.PROGRESSIVE);
        counters.count(Reason.PROGRESSIVE);
        assertEquals("{progressive=2, too-small=1, listener=1}", counters.snapshot().toString());
        assertEquals("progressive", counters.last());
        assertEquals(2, counters.of(Reason.PROGRESSIVE));
        assertEquals(0, counters.of(Reason.NEVER));
    }

    @Test
    void aNullIsNoReason() {
        counters.count(null);
        assertEquals("{}", counters.snapshot().toString());
    }

    @Test
    void eightThreadsLoseNothing() throws InterruptedException {
        MeasurementsTest.runAll(8, number -> {
            for (int i = 0; i < 10_000; i++) {
                counters.count(Reason.values()[i % 2]);
            }
        });
        assertEquals(40_000, counters.of(Reason.TOO_SMALL));
        assertEquals(40_000, counters.of(Reason.PROGRESSIVE));
    }
}
