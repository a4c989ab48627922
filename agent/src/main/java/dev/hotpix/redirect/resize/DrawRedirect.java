package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.Interpolation;
import dev.hotpix.kernels.Kernels;
import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import dev.hotpix.kernels.ScaleAxis;
import dev.hotpix.kernels.TranslucentScaling;
import java.awt.AlphaComposite;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.lang.invoke.MethodHandle;

/** Bilinear and bicubic drawing of one image onto another, scaled and translated but not rotated. */
final class DrawRedirect {

    /** Destination pixels below which stock, which needs no preparation, is as fast. */
    private static final int FEWEST_PIXELS = 400;

    /**
     * Source pixels per destination pixel, in either direction, from which it does not pay to look whether all pixels
     * of a source with alpha are opaque: stock does not even read them all.
     */
    private static final int TOO_MANY_TO_LOOK_AT = 3;

    private final SurfaceAccess surfaces;
    private final ImageAccess images;
    private final KernelTrials trials;
    private final ResizeAudit audit;
    private final MethodHandle stock;

    /** @param stock {@code TransformHelper.Transform}, with objects in place of types outside {@code java.base} */
    DrawRedirect(
            SurfaceAccess surfaces, ImageAccess images, KernelTrials trials, ResizeAudit audit, MethodHandle stock) {
        this.surfaces = surfaces;
        this.images = images;
        this.trials = trials;
        this.audit = audit;
        this.stock = stock;
    }

    /** Draws, or leaves everything as it was. */
    Outcome draw(DrawCall call) throws Throwable {
        if (!call.direct) {
            return Outcome.stock(FallbackReason.COMPOSITE);
        }
        boolean cubic = call.interpolation == AffineTransformOp.TYPE_BICUBIC;
        if (!surfaces.isTransformHelper(call.helper)
                || !cubic && call.interpolation != AffineTransformOp.TYPE_BILINEAR) {
            return Outcome.stock(FallbackReason.FILTER);
        }
        if (!SurfaceAccess.isPlain(call.composite)) {
            return Outcome.stock(FallbackReason.COMPOSITE);
        }
        BufferedImage from = surfaces.image(call.source);
        BufferedImage to = surfaces.image(call.destination);
        PixelArea source = from == null ? null : images.area(from);
        if (source == null || source.layout() == PixelLayout.GRAY) {
            return Outcome.stock(FallbackReason.SOURCE_TYPE);
        }
        PixelArea destination = to == null ? null : images.area(to);
        if (destination == null || destination.layout() == PixelLayout.GRAY
                || destination.layout() == PixelLayout.ABGR && !source.layout().hasAlpha()) {
            return Outcome.stock(FallbackReason.DESTINATION_TYPE);
        }
        int[] bounds = surfaces.clip(call.clip, to, call.x1, call.y1, call.x2, call.y2);
        if (bounds == null) {
            return Outcome.stock(FallbackReason.CLIP);
        }
        return draw(call, from, source, to, destination, bounds, cubic);
    }

    private Outcome draw(
            DrawCall call, BufferedImage sourceImage, PixelArea source, BufferedImage destinationImage,
            PixelArea destination, int[] bounds, boolean cubic) throws Throwable {
        if (bounds[2] <= 0 || bounds[3] <= 0 || (long) bounds[2] * bounds[3] < FEWEST_PIXELS) {
            return Outcome.stock(FallbackReason.SLOWER);
        }
        AffineTransform inverse = call.inverse;
        int width = call.sourceX2 - call.sourceX1;
        int height = call.sourceY2 - call.sourceY1;
        if (inverse.getShearX() != 0 || inverse.getShearY() != 0 || call.sourceX1 < 0 || call.sourceY1 < 0
                || width <= 0 || height <= 0 || width > source.width() - call.sourceX1
                || height > source.height() - call.sourceY1) {
            return Outcome.stock(FallbackReason.TRANSFORM);
        }
        ScaleAxis x = ScaleAxis.of(inverse.getScaleX(), inverse.getTranslateX(), bounds[0], bounds[2], width);
        ScaleAxis y = ScaleAxis.of(inverse.getScaleY(), inverse.getTranslateY(), bounds[1], bounds[3], height);
        if (x == null || y == null || x.from() == x.to() || y.from() == y.to()) {
            return Outcome.stock(FallbackReason.TRANSFORM);
        }
        ResizeKind kind = cubic ? ResizeKind.BICUBIC : x.isHalving() && y.isHalving() ? ResizeKind.HALVING
                : Kernels.isReduction(source.layout(), y) ? ResizeKind.REDUCTION : ResizeKind.BILINEAR;
        if (source.layout().hasAlpha() && Math.max(Math.abs(inverse.getScaleX()), Math.abs(inverse.getScaleY()))
                >= TOO_MANY_TO_LOOK_AT) {
            return Outcome.stock(FallbackReason.SLOWER);
        }
        PixelArea from = source.part(call.sourceX1, call.sourceY1, width, height);
        if (from.layout() == PixelLayout.ABGR || destination.layout() == PixelLayout.ABGR
                || from.layout().hasAlpha() && !from.isOpaque()) {
            return blend(call, sourceImage, from, destinationImage, destination, bounds, cubic, x, y);
        }
        KernelTrial trial = trials.of(kind, source.layout(), destination.layout());
        Kernels kernels = trial.kernels();
        if (kernels == null) {
            return Outcome.stock(trial.refusal());
        }
        Interpolation kernel = kernels.interpolation(cubic ? Kernels.Filter.BICUBIC : Kernels.Filter.BILINEAR, x, y);
        if (kernel == null) {
            return Outcome.stock(FallbackReason.SLOWER);
        }
        PixelArea to = destination.part(bounds[0], bounds[1], bounds[2], bounds[3]);
        if (from.sharesArrayWith(to) && !(kernels.worksInPlace(kernel) && from.beginsWith(to))) {
            return Outcome.stock(FallbackReason.OVERLAP);
        }
        ResizeAudit.Drawing audited = trials.isTrying() ? null : audit.choose(kind.label(), from,
                sourceImage.getType(), destination, destinationImage.getType(), bounds,
                (a, b) -> repeat(call, a, b));
        kernel.scale(from, to, x, y);
        surfaces.markDirty(call.destination);
        if (audited != null) {
            audited.done(destination);
        }
        trial.served();
        return Outcome.done(kernels.isVector(kernel));
    }

    private Outcome blend(
            DrawCall call, BufferedImage sourceImage, PixelArea from, BufferedImage destinationImage,
            PixelArea destination, int[] bounds, boolean cubic, ScaleAxis x, ScaleAxis y) throws Throwable {
        boolean premultiplied = sourceImage.isAlphaPremultiplied();
        boolean over = ((AlphaComposite) call.composite).getRule() == AlphaComposite.SRC_OVER;
        TranslucentScaling scaling = new TranslucentScaling(cubic ? Kernels.Filter.BICUBIC : Kernels.Filter.BILINEAR,
                premultiplied, destinationImage.isAlphaPremultiplied(), over);
        if (!scaling.isWorthIt(x, y)) {
            return Outcome.stock(FallbackReason.SLOWER);
        }
        PixelArea to = destination.part(bounds[0], bounds[1], bounds[2], bounds[3]);
        if (from.sharesArrayWith(to)) {
            return Outcome.stock(FallbackReason.OVERLAP);
        }
        ResizeKind kind = cubic ? ResizeKind.TRANSLUCENT_BICUBIC : ResizeKind.TRANSLUCENT;
        KernelTrial trial = trials.of(kind, from.layout(), destination.layout());
        if (trial.kernels() == null) {
            return Outcome.stock(trial.refusal());
        }
        if (premultiplied && !from.isPremultiplied()) {
            return Outcome.stock(FallbackReason.TRANSLUCENT);
        }
        ResizeAudit.Drawing audited = trials.isTrying() ? null : audit.choose(kind.label(), from,
                sourceImage.getType(), destination, destinationImage.getType(), bounds,
                (a, b) -> repeat(call, a, b));
        scaling.scale(from, to, x, y);
        surfaces.markDirty(call.destination);
        if (audited != null) {
            audited.done(destination);
        }
        trial.served();
        return Outcome.done(false);
    }

    /** Lets stock do the same between two other surfaces. */
    private void repeat(DrawCall call, Object source, Object destination) throws Throwable {
        stock.invokeExact(call.helper, call.output, source, destination, call.composite, call.clip,
                (Object) call.inverse, call.interpolation, 0, 0, call.sourceX2 - call.sourceX1,
                call.sourceY2 - call.sourceY1, call.x1, call.y1, call.x2, call.y2, (int[]) null, 0, 0);
    }
}
