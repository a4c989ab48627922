package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.Kernels;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.ReasonCounters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Scales images in place of Java2D's own code, when the result is known to be the same; counts what it did not. */
public final class ResizeRedirect {

    /** Internal errors after which the redirect switches itself off. */
    private static final int BREAKER_LIMIT = 3;

    private final DrawRedirect drawing;
    private final CopyRedirect copying;
    private final SmoothScaleRedirect smooth;
    private final Consumer<Throwable> onBreak;
    private final ReasonCounters<FallbackReason> fallbacks =
            new ReasonCounters<>(FallbackReason.class, FallbackReason::label);
    private final LongAdder redirected = new LongAdder();
    private final AtomicInteger internalErrors = new AtomicInteger();
    private final KernelTrial[] trials = new KernelTrial[ResizeKind.values().length];
    private volatile boolean enabled = true;

    /**
     * Initialises no class of AWT.
     *
     * @param candidates kernels, the best first; asked on the background thread, after the application's first resize
     * @param background runs the trials
     * @param waitMillis how long the first operation of a kind waits for its trial; 0: it goes to stock
     * @param onDifference told which kind is switched off because this JVM gives other pixels
     * @param onBreak told once, when too many internal errors have switched the redirect off
     * @throws ReflectiveOperationException if this JDK's classes are not those we know
     */
    public ResizeRedirect(
            Supplier<List<Kernels>> candidates, Executor background, long waitMillis, Consumer<String> onDifference,
            Consumer<Throwable> onBreak) throws ReflectiveOperationException {
        this.onBreak = onBreak;
        ImageAccess images = new ImageAccess();
        SurfaceAccess surfaces = new SurfaceAccess();
        for (ResizeKind kind : ResizeKind.values()) {
            trials[kind.ordinal()] = new KernelTrial(candidates,
                    kind == ResizeKind.AREA ? new AreaTrial() : new DrawTrial(kind), background, waitMillis,
                    () -> onDifference.accept(kind.label()));
        }
        drawing = new DrawRedirect(surfaces, images, trials[ResizeKind.BILINEAR.ordinal()],
                trials[ResizeKind.BICUBIC.ordinal()]);
        copying = new CopyRedirect(surfaces, images, trials[ResizeKind.CONVERSION.ordinal()]);
        smooth = new SmoothScaleRedirect(new ScaleFilterAccess(), images, trials[ResizeKind.AREA.ordinal()]);
    }

    /** Switches the redirect; off, everything is stock's. */
    public void enabled(boolean on) {
        enabled = on;
    }

    /** Whether the redirect is switched on. */
    public boolean enabled() {
        return enabled;
    }

    /** Operations done in stock's place. */
    public long redirected() {
        return redirected.sum();
    }

    /** What serves each kind of operation: {@code vector-256}, {@code scalar}, or {@code stock} and why. */
    public Map<String, String> trials() {
        Map<String, String> states = new LinkedHashMap<>();
        for (ResizeKind kind : ResizeKind.values()) {
            states.put(kind.name().toLowerCase(Locale.ROOT), trials[kind.ordinal()].describe());
        }
        return states;
    }

    /** Operations left to stock, by reason. */
    public ReasonCounters<FallbackReason> fallbacks() {
        return fallbacks;
    }

    /**
     * Draws an image through a scaling transform, or leaves everything as it was.
     *
     * @return the engine that has drawn it, or null
     */
    public Engine draw(DrawCall call) {
        boolean trial = drawing.isTrying();
        if (!isOurs(trial)) {
            return null;
        }
        try {
            return count(drawing.draw(call), trial);
        } catch (Throwable unexpected) {
            return internalError(unexpected, trial);
        }
    }

    /**
     * Copies pixels of one image to another of another type, or leaves everything as it was. For the parameters see
     * {@code sun.java2d.loops.Blit.Blit}.
     *
     * @return the engine that has copied them, or null
     */
    public Engine copy(
            Object source, Object destination, Object composite, Object clip, int sourceX, int sourceY, int x, int y,
            int width, int height) {
        boolean trial = copying.isTrying();
        if (!isOurs(trial)) {
            return null;
        }
        try {
            return count(copying.copy(source, destination, composite, clip, sourceX, sourceY, x, y, width, height),
                    trial);
        } catch (Throwable unexpected) {
            return internalError(unexpected, trial);
        }
    }

    /**
     * Sends the averaged pixels of an image to the consumer of a filter, or leaves everything as it was. Throws what
     * the consumer throws.
     *
     * @param producer the {@code OffScreenImageSource}
     * @return the engine that has averaged them, or null
     */
    public Engine produce(Object producer) {
        boolean trial = smooth.isTrying();
        // What goes wrong while pixels are delivered went wrong in the application's consumer: not caught.
        return isOurs(trial) ? count(smooth.produce(producer), trial) : null;
    }

    private boolean isOurs(boolean trial) {
        if (trial) {
            return true;
        }
        if (OperationTracker.isSuppressed()) {
            return false;
        }
        if (!enabled) {
            fallbacks.count(FallbackReason.SWITCHED_OFF);
            return false;
        }
        if (internalErrors.get() >= BREAKER_LIMIT) {
            fallbacks.count(FallbackReason.BREAKER);
            return false;
        }
        return true;
    }

    private Engine count(Outcome outcome, boolean trial) {
        if (outcome == null) {
            return null;
        }
        if (!trial) {
            if (outcome.engine() != null) {
                redirected.increment();
            } else {
                fallbacks.count(outcome.reason());
            }
        }
        return outcome.engine();
    }

    private Engine internalError(Throwable unexpected, boolean trial) {
        if (!trial) {
            fallbacks.count(FallbackReason.INTERNAL_ERROR);
            if (internalErrors.incrementAndGet() == BREAKER_LIMIT) {
                onBreak.accept(unexpected);
            }
        }
        return null;
    }
}
