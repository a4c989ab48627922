package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.Convolution;
import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;

/** {@code ConvolveOp} between two images of the same type and size: blurring, sharpening, edges. */
final class ConvolveRedirect {

    /** Pixels below which stock, which needs no preparation, is as fast. */
    private static final int FEWEST_PIXELS = 1000;

    /** Taps of the largest kernel: those beyond are hardly ever used. */
    private static final int MOST_TAPS = 225;

    private final SurfaceAccess surfaces;
    private final ImageAccess images;
    private final KernelTrials trials;
    private final ResizeAudit audit;

    ConvolveRedirect(SurfaceAccess surfaces, ImageAccess images, KernelTrials trials, ResizeAudit audit) {
        this.surfaces = surfaces;
        this.images = images;
        this.trials = trials;
        this.audit = audit;
    }

    /** Whether an operation is one of ours. */
    static boolean takes(BufferedImageOp op) {
        return op.getClass() == ConvolveOp.class;
    }

    /** Filters, or leaves everything as it was. */
    Outcome filter(BufferedImageOp op, BufferedImage source, BufferedImage destination) throws Throwable {
        ConvolveOp convolve = (ConvolveOp) op;
        if (destination == null) {
            return Outcome.stock(FallbackReason.DESTINATION_TYPE);
        }
        Kernel kernel = convolve.getKernel();
        PixelArea from = images.area(source);
        if (from == null || !ImageAccess.hasUsualColors(source, from.layout())) {
            return Outcome.stock(FallbackReason.SOURCE_TYPE);
        }
        PixelArea to = images.area(destination);
        if (to == null || destination.getType() != source.getType() || to.width() != from.width()
                || to.height() != from.height() || !ImageAccess.hasUsualColors(destination, to.layout())) {
            return Outcome.stock(FallbackReason.DESTINATION_TYPE);
        }
        if (from.sharesArrayWith(to)) {
            return Outcome.stock(FallbackReason.OVERLAP);
        }
        Convolution convolution = convolution(kernel);
        if (convolution == null) {
            return Outcome.stock(FallbackReason.FILTER);
        }
        if ((long) from.width() * from.height() < FEWEST_PIXELS || from.width() < convolution.width()
                || from.height() < convolution.height()) {
            return Outcome.stock(FallbackReason.SLOWER);
        }
        KernelTrial trial = trials.of(ResizeKind.CONVOLUTION, from.layout(), to.layout());
        if (trial.kernels() == null) {
            return Outcome.stock(trial.refusal());
        }
        filter(convolve, convolution, source, from, destination, to);
        trial.served();
        return Outcome.done(false);
    }

    /** Null if there is none that computes as stock does. */
    private static Convolution convolution(Kernel kernel) {
        // The methods of a subclass are the application's code; stock reads the fields.
        return kernel.getClass() == Kernel.class && (long) kernel.getWidth() * kernel.getHeight() <= MOST_TAPS
                ? Convolution.of(kernel.getKernelData(null), kernel.getWidth(), kernel.getHeight()) : null;
    }

    private void filter(
            ConvolveOp op, Convolution convolution, BufferedImage source, PixelArea from, BufferedImage destination,
            PixelArea to) throws Throwable {
        int[] bounds = {0, 0, to.width(), to.height()};
        ResizeAudit.Drawing audited = trials.isTrying() ? null : audit.choose(ResizeKind.CONVOLUTION.label(), from,
                source.getType(), to, destination.getType(), bounds,
                (a, b) -> op.filter(surfaces.image(a), surfaces.image(b)));
        convolution.filter(from, to, op.getEdgeCondition() != ConvolveOp.EDGE_NO_OP);
        surfaces.markDirty(destination);
        if (audited != null) {
            audited.done(to);
        }
    }
}
