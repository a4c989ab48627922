package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.Interpolation;
import dev.hotpix.kernels.Kernels;
import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import dev.hotpix.kernels.ScaleAxis;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;

/** Bilinear and bicubic drawing of one opaque image onto another, scaled and translated but not rotated. */
final class DrawRedirect {

    /** Destination pixels below which stock, which needs no preparation, is as fast. */
    private static final int FEWEST_PIXELS = 400;

    private final SurfaceAccess surfaces;
    private final ImageAccess images;
    private final KernelTrial bilinear;
    private final KernelTrial bicubic;

    DrawRedirect(SurfaceAccess surfaces, ImageAccess images, KernelTrial bilinear, KernelTrial bicubic) {
        this.surfaces = surfaces;
        this.images = images;
        this.bilinear = bilinear;
        this.bicubic = bicubic;
    }

    /** Whether the caller is one of our own trials. */
    boolean isTrying() {
        return bilinear.isTrying() || bicubic.isTrying();
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
        if (source == null || source.layout() != PixelLayout.BGR && source.layout() != PixelLayout.INT_RGB) {
            return Outcome.stock(FallbackReason.SOURCE_TYPE);
        }
        PixelArea destination = to == null ? null : images.area(to);
        if (destination == null || destination.layout() == PixelLayout.ABGR
                || destination.layout() == PixelLayout.GRAY) {
            return Outcome.stock(FallbackReason.DESTINATION_TYPE);
        }
        int[] bounds = surfaces.clip(call.clip, to, call.x1, call.y1, call.x2, call.y2);
        if (bounds == null) {
            return Outcome.stock(FallbackReason.CLIP);
        }
        return draw(call, source, destination, bounds, cubic);
    }

    private Outcome draw(DrawCall call, PixelArea source, PixelArea destination, int[] bounds, boolean cubic)
            throws Throwable {
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
        KernelTrial trial = cubic ? bicubic : bilinear;
        Kernels kernels = trial.kernels();
        if (kernels == null) {
            return Outcome.stock(trial.refusal());
        }
        Interpolation kernel = kernels.interpolation(cubic ? Kernels.Filter.BICUBIC : Kernels.Filter.BILINEAR, x, y);
        if (kernel == null) {
            return Outcome.stock(FallbackReason.SLOWER);
        }
        PixelArea from = source.part(call.sourceX1, call.sourceY1, width, height);
        PixelArea to = destination.part(bounds[0], bounds[1], bounds[2], bounds[3]);
        if (from.sharesArrayWith(to) && !(kernels.worksInPlace(kernel) && from.beginsWith(to))) {
            return Outcome.stock(FallbackReason.OVERLAP);
        }
        kernel.scale(from, to, x, y);
        surfaces.markDirty(call.destination);
        if (trial.isTrying()) {
            trial.countRedirected();
        }
        return Outcome.done(kernels.isVector(kernel));
    }
}
