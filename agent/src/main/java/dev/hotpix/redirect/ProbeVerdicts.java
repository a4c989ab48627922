package dev.hotpix.redirect;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the probes of this JVM have found, by kind of operation. The first operation of a kind starts its probe on the
 * background thread; unless asked to wait, that operation and others until then go to stock. Thread-safe.
 *
 * @param <K> kinds of operation
 * @param <V> verdicts
 */
public final class ProbeVerdicts<K, V> {

    /** Compares the codec with stock. */
    @FunctionalInterface
    public interface Probe<K, V> {
        /** On the background thread. What it throws is taken for a difference. */
        V run(K kind) throws Throwable;
    }

    private final Map<K, CompletableFuture<V>> verdicts = new ConcurrentHashMap<>();
    private final Probe<K, V> probe;
    private final V pending;
    private final V differs;
    private final int most;
    private final Executor background;
    private final long waitMillis;

    /**
     * @param pending the verdict while there is none
     * @param differs the verdict when nothing is known and nothing can be found out
     * @param most kinds that are probed; files and applications could name very many
     * @param background runs the probes
     * @param waitMillis how long the first operations of a kind wait for its probe; 0 in the usual, asynchronous mode
     */
    public ProbeVerdicts(
            Probe<K, V> probe, V pending, V differs, int most, Executor background, long waitMillis) {
        this.probe = probe;
        this.pending = pending;
        this.differs = differs;
        this.most = most;
        this.background = background;
        this.waitMillis = waitMillis;
    }

    /** The verdict on a kind, as far as it is known. */
    public V of(K kind) {
        CompletableFuture<V> verdict = verdicts.get(kind);
        if (verdict == null) {
            if (verdicts.size() >= most) {
                return differs;
            }
            verdict = verdicts.computeIfAbsent(kind, this::submit);
        }
        return waitMillis == 0 ? verdict.getNow(pending) : await(verdict);
    }

    private CompletableFuture<V> submit(K kind) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return probe.run(kind);
            } catch (Throwable failed) {
                return differs;
            }
        }, background);
    }

    private V await(CompletableFuture<V> verdict) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        try {
            while (true) {
                try {
                    return verdict.get(Math.max(deadline - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
                } catch (InterruptedException interrupt) {
                    // The application's interrupt: stock would not have noticed it.
                    interrupted = true;
                } catch (ExecutionException | TimeoutException noAnswer) {
                    return pending;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
