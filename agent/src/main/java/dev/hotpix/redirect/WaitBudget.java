package dev.hotpix.redirect;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long threads of the application may wait for the agent's background thread, all such waits together. Once it is
 * used up, stock serves what is not known yet.
 */
public final class WaitBudget {

    private final AtomicLong nanos;

    /** @param millis 0: nobody waits */
    public WaitBudget(long millis) {
        nanos = new AtomicLong(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /**
     * Waits while there is time left. An interrupt of the application's stays for its own code, which would not have
     * waited here.
     *
     * @return the result, or {@code otherwise} if it did not come in time, or failed
     */
    public <T> T await(Future<T> result, T otherwise) {
        long limit = result.isDone() ? 0 : nanos.get();
        if (limit <= 0 && !result.isDone()) {
            return otherwise;
        }
        boolean interrupted = false;
        long begin = System.nanoTime();
        try {
            while (true) {
                try {
                    return result.get(Math.max(limit - (System.nanoTime() - begin), 0), TimeUnit.NANOSECONDS);
                } catch (InterruptedException interrupt) {
                    interrupted = true;
                } catch (ExecutionException | TimeoutException noAnswer) {
                    return otherwise;
                }
            }
        } finally {
            if (limit > 0) {
                nanos.addAndGet(begin - System.nanoTime());
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
