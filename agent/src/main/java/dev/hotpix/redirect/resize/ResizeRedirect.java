package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.Kernels;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.redirect.Audit;
import dev.hotpix.redirect.Redirect;
import dev.hotpix.redirect.WaitBudget;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ColorConvertOp;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Scales images in place of Java2D's own code, when the result is known to be the same; counts what it did not. */
public final class ResizeRedirect extends Redirect<FallbackReason> {

    private final KernelTrials trials;
    private final Audit audit;
    private final DrawRedirect drawing;
    private final CopyRedirect copying;
    private final SmoothScaleRedirect smooth;
    private final ConvolveRedirect convolving;
    private final ConvertRedirect converting;

    /**
     * Initialises no class of AWT.
     *
     * @param candidates kernels, the best first; asked on the background thread, after the application's first resize
     * @param background runs the trials
     * @param patience how long operations wait for the results of trials
     * @param onDifference told which kind is switched off because this JVM gives other pixels
     * @param audit does some of them again
     * @param stockTransform {@code TransformHelper.Transform}, with objects in place of types outside {@code java.base}
     * @param stockBlit {@code Blit.Blit}, likewise
     * @param onBreak told when too many internal errors have switched the redirect off
     * @throws ReflectiveOperationException if this JDK's classes are not those we know
     */
    public ResizeRedirect(
            Supplier<List<Kernels>> candidates, Executor background, WaitBudget patience, Consumer<String> onDifference,
            Audit audit, MethodHandle stockTransform, MethodHandle stockBlit, Consumer<Throwable> onBreak)
            throws ReflectiveOperationException {
        super(FallbackReason::label, FallbackReason.SWITCHED_OFF, FallbackReason.BREAKER,
                FallbackReason.INTERNAL_ERROR, onBreak);
        this.audit = audit;
        trials = new KernelTrials(candidates, background, patience, onDifference);
        ImageAccess images = new ImageAccess();
        SurfaceAccess surfaces = new SurfaceAccess();
        ResizeAudit audited = new ResizeAudit(audit, surfaces, images);
        drawing = new DrawRedirect(surfaces, images, trials, audited, stockTransform);
        copying = new CopyRedirect(surfaces, images, trials, audited, stockBlit);
        convolving = new ConvolveRedirect(surfaces, images, trials, audited);
        converting = new ConvertRedirect(surfaces, images, audited, background);
        smooth = new SmoothScaleRedirect(new ScaleFilterAccess(), images, trials, audited);
    }

    /** Compares a share of the redirected operations with stock. */
    public Audit audit() {
        return audit;
    }

    /** Names of the kernels that serve, as the trials so far have chosen; null if there was none. */
    public Set<String> serving() {
        return trials.serving();
    }

    /** What serves each kind of operation: {@code vector-256}, {@code scalar}, or {@code stock} and why. */
    public Map<String, String> trials() {
        Map<String, String> states = trials.describe();
        states.put("gray", converting.describe());
        return states;
    }

    /**
     * Draws an image through a scaling transform, or leaves everything as it was.
     *
     * @return the engine that has drawn it, or null
     */
    public Engine draw(DrawCall call) {
        boolean trial = trials.isTrying();
        if (!isOurs(trial)) {
            return null;
        }
        try {
            return count(drawing.draw(call), trial);
        } catch (Throwable unexpected) {
            return left(unexpected, trial);
        }
    }

    /**
     * Copies pixels of one image to another of another type, or leaves everything as it was. For the parameters see
     * {@code sun.java2d.loops.Blit.Blit}.
     *
     * @return the engine that has copied them, or null
     */
    public Engine copy(
            Object loop, Object source, Object destination, Object composite, Object clip, int sourceX, int sourceY,
            int x, int y, int width, int height) {
        boolean trial = trials.isTrying();
        if (!isOurs(trial)) {
            return null;
        }
        try {
            return count(copying.copy(
                    loop, source, destination, composite, clip, sourceX, sourceY, x, y, width, height), trial);
        } catch (Throwable unexpected) {
            return left(unexpected, trial);
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
        boolean trial = trials.isTrying();
        // What goes wrong while pixels are delivered went wrong in the application's consumer: not caught.
        return isOurs(trial) ? count(smooth.produce(producer), trial) : null;
    }

    /**
     * Filters an image, or leaves everything as it was.
     *
     * @return the engine that has done it, or null
     */
    public Engine filter(BufferedImageOp op, BufferedImage source, BufferedImage destination) {
        if (!ConvolveRedirect.takes(op)) {
            return null;
        }
        boolean trial = trials.isTrying();
        if (!isOurs(trial)) {
            return null;
        }
        try {
            return count(convolving.filter(op, source, destination), trial);
        } catch (Throwable unexpected) {
            return left(unexpected, trial);
        }
    }

    /**
     * Converts the colours of an image, or leaves everything as it was.
     *
     * @param destination null if one is to be made
     * @return what has been converted, or null
     */
    public BufferedImage convert(ColorConvertOp op, BufferedImage source, BufferedImage destination) {
        try {
            if (!converting.takes(op, source, destination) || !isOurs(false)) {
                return null;
            }
            BufferedImage converted = converting.convert(op, source, destination, this::count);
            if (converted != null) {
                count((FallbackReason) null);
            }
            return converted;
        } catch (Throwable unexpected) {
            left(unexpected, false);
            return null;
        }
    }

    private boolean isOurs(boolean trial) {
        if (trial) {
            return true;
        }
        if (OperationTracker.isSuppressed()) {
            return false;
        }
        FallbackReason refusal = refusal();
        return refusal == null || count(refusal);
    }

    private Engine count(Outcome outcome, boolean trial) {
        if (outcome == null) {
            return null;
        }
        if (!trial) {
            count(outcome.engine() != null ? null : outcome.reason());
        }
        return outcome.engine();
    }

    private Engine left(Throwable unexpected, boolean trial) {
        if (!trial) {
            count(internalError(unexpected));
        }
        return null;
    }
}
