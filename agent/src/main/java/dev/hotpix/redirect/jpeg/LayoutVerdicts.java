package dev.hotpix.redirect.jpeg;

import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.probe.Verdict;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the probes of this JVM have found, by colour conversion and layout. The first file of a layout starts its probe on the
 * background thread; unless asked to wait, that file and others until then go to stock.
 */
final class LayoutVerdicts {

    /** Hostile files could name every combination of factors; beyond this many per conversion nothing more is probed. */
    private static final int MOST_LAYOUTS = 256;

    private final Map<ColorConversion, Map<FrameLayout, CompletableFuture<Verdict>>> verdicts =
            new EnumMap<>(ColorConversion.class);
    private final LayoutProbe probe;
    private final Executor background;
    private final long waitMillis;

    /**
     * @param waitMillis how long the first caller of a layout waits for its probe; 0 in the usual, asynchronous
     *     mode
     */
    LayoutVerdicts(LayoutProbe probe, Executor background, long waitMillis) {
        this.probe = probe;
        this.background = background;
        this.waitMillis = waitMillis;
        for (ColorConversion conversion : ColorConversion.values()) {
            verdicts.put(conversion, new ConcurrentHashMap<>());
        }
    }

    Verdict of(FrameLayout layout, ColorConversion conversion) {
        Map<FrameLayout, CompletableFuture<Verdict>> known = verdicts.get(conversion);
        CompletableFuture<Verdict> verdict = known.get(layout);
        if (verdict == null) {
            if (known.size() >= MOST_LAYOUTS) {
                return Verdict.DIFFERS;
            }
            verdict = known.computeIfAbsent(layout, unknown -> submit(unknown, conversion));
        }
        return waitMillis == 0 ? verdict.getNow(Verdict.PENDING) : await(verdict);
    }

    private CompletableFuture<Verdict> submit(FrameLayout layout, ColorConversion conversion) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return probe.run(layout, conversion);
            } catch (ReflectiveOperationException | IOException | RuntimeException failed) {
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
                    // The application's interrupt: stock's decode would not have noticed it.
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
