package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.redirect.jpeg.encode.EncodeProbe.Verdict;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the probes of this JVM have found. The first encode of a kind starts its probe on the background thread; unless
 * asked to wait, that encode and others until then go to stock.
 */
final class EncodeVerdicts {

    /** An application could make up metadata with every combination of factors; beyond this many nothing is probed. */
    private static final int MOST_KINDS = 512;

    private final Map<EncodeKind, CompletableFuture<Verdict>> verdicts = new ConcurrentHashMap<>();
    private final EncodeProbe probe;
    private final Executor background;
    private final long waitMillis;

    /** @param waitMillis how long the first encode of a kind waits for its probe; 0 in the usual, asynchronous mode */
    EncodeVerdicts(EncodeProbe probe, Executor background, long waitMillis) {
        this.probe = probe;
        this.background = background;
        this.waitMillis = waitMillis;
    }

    Verdict of(EncodeKind kind) {
        CompletableFuture<Verdict> verdict = verdicts.get(kind);
        if (verdict == null) {
            if (verdicts.size() >= MOST_KINDS) {
                return Verdict.DIFFERS;
            }
            verdict = verdicts.computeIfAbsent(kind, this::submit);
        }
        return waitMillis == 0 ? verdict.getNow(Verdict.PENDING) : await(verdict);
    }

    private CompletableFuture<Verdict> submit(EncodeKind kind) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return probe.run(kind);
            } catch (Throwable failed) {
                return Verdict.DIFFERS;
            }
        }, background);
    }

    private Verdict await(CompletableFuture<Verdict> verdict) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        try {
            while (true) {
                try {
                    return verdict.get(Math.max(deadline - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
                } catch (InterruptedException interrupt) {
                    // The application's interrupt: stock's encode would not have noticed it.
                    interrupted = true;
                } catch (ExecutionException | TimeoutException noAnswer) {
                    return Verdict.PENDING;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
