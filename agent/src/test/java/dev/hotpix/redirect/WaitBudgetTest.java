package dev.hotpix.redirect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is waited for, and what no longer. */
class WaitBudgetTest {

    private static final String NONE = "none";

    private final CompletableFuture<String> never = new CompletableFuture<>();

    private static CompletableFuture<String> late(int millis) {
        return CompletableFuture.supplyAsync(
                () -> "late", CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    @Test
    void nothingIsWaitedForWithoutABudget() {
        assertEquals(NONE, new WaitBudget(0).await(never, NONE));
        assertEquals("done", new WaitBudget(0).await(CompletableFuture.completedFuture("done"), NONE));
    }

    @Test
    void whatComesInTimeIsHad() {
        assertEquals("late", new WaitBudget(60_000).await(late(30), NONE));
    }

    @Test
    void allWaitsShareTheBudget() {
        WaitBudget budget = new WaitBudget(60);
        assertEquals(NONE, budget.await(never, NONE));
        assertEquals(NONE, budget.await(new CompletableFuture<>() {
            @Override
            public String get(long timeout, TimeUnit unit) {
                throw new AssertionError("waited for");
            }
        }, NONE));
        assertEquals("done", budget.await(CompletableFuture.completedFuture("done"), NONE));
    }

    @Test
    void failureIsNoResult() {
        assertEquals(NONE, new WaitBudget(60_000).await(
                CompletableFuture.failedFuture(new IllegalStateException("a test")), NONE));
    }

    @Test
    void anInterruptIsKept() {
        Thread.currentThread().interrupt();
        assertEquals("late", new WaitBudget(60_000).await(late(30), NONE));
        assertTrue(Thread.interrupted());
    }
}
