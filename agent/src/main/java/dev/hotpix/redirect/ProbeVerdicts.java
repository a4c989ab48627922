package dev.hotpix.redirect;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

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
    private final WaitBudget patience;

    /**
     * @param pending the verdict while there is none
     * @param differs the verdict when nothing is known and nothing can be found out
     * @param most kinds that are probed; files and applications could name very many
     * @param background runs the probes
     * @param patience how long operations wait for a probe
     */
    public ProbeVerdicts(
            Probe<K, V> probe, V pending, V differs, int most, Executor background, WaitBudget patience) {
        this.probe = probe;
        this.pending = pending;
        this.differs = differs;
        this.most = most;
        this.background = background;
        this.patience = patience;
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
        return patience.await(verdict, pending);
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
}
