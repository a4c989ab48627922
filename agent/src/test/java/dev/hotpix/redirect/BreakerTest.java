package dev.hotpix.redirect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final List<Throwable> told = new ArrayList<>();
    private final Breaker breaker = new Breaker(told::add);

    @Test
    void opensOnceAtRepeatedErrorsOfOneKind() {
        Throwable error = new IllegalStateException("again");
        for (int i = 0; i < Breaker.LIMIT; i++) {
            assertFalse(breaker.isOpen());
            breaker.count(error);
        }
        assertTrue(breaker.isOpen());
        assertEquals(error.toString(), breaker.cause());
        breaker.count(error);
        assertEquals(List.of(error), told);
    }

    @Test
    void otherKindsDoNotAddUpSoon() {
        breaker.count(new IllegalStateException());
        breaker.count(new IllegalArgumentException());
        breaker.count(new ArithmeticException());
        assertFalse(breaker.isOpen());
    }

    @Test
    void aResetBreakerCountsAnew() {
        Throwable error = new IllegalStateException();
        for (int i = 0; i < Breaker.LIMIT; i++) {
            breaker.count(error);
        }
        breaker.reset();
        assertFalse(breaker.isOpen());
        breaker.count(error);
        assertFalse(breaker.isOpen());
    }
}
