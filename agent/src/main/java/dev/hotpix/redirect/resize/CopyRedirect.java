package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import dev.hotpix.kernels.TypeConversion;
import java.awt.image.BufferedImage;
import java.lang.invoke.MethodHandle;

/** Unscaled drawing of a 3BYTE_BGR image onto one of INT_RGB or INT_ARGB. */
final class CopyRedirect {

    private static final int FEWEST_PIXELS = 400;

    private final SurfaceAccess surfaces;
    private final ImageAccess images;
    private final KernelTrials trials;
    private final ResizeAudit audit;
    private final MethodHandle stock;

    /** @param stock {@code Blit.Blit}, with objects in place of types outside {@code java.base} */
    CopyRedirect(
            SurfaceAccess surfaces, ImageAccess images, KernelTrials trials, ResizeAudit audit, MethodHandle stock) {
        this.surfaces = surfaces;
        this.images = images;
        this.trials = trials;
        this.audit = audit;
        this.stock = stock;
    }

    /**
     * Copies, or leaves everything as it was.
     *
     * @param loop the {@code Blit}
     * @param source the {@code SurfaceData}; so is {@code destination}
     * @return null if the operation is none of ours: no conversion that a kernel could do
     */
    Outcome copy(
            Object loop, Object source, Object destination, Object composite, Object clip, int sourceX, int sourceY,
            int x, int y, int width, int height) throws Throwable {
        BufferedImage from = surfaces.image(source);
        BufferedImage to = surfaces.image(destination);
        if (from == null || to == null || from.getType() != BufferedImage.TYPE_3BYTE_BGR
                || to.getType() != BufferedImage.TYPE_INT_RGB && to.getType() != BufferedImage.TYPE_INT_ARGB) {
            return null;
        }
        PixelArea bytes = images.area(from);
        PixelArea ints = images.area(to);
        if (bytes == null || ints == null || bytes.layout() != PixelLayout.BGR || !ints.layout().isInt()) {
            return Outcome.stock(FallbackReason.SOURCE_TYPE);
        }
        if (!SurfaceAccess.isPlain(composite)) {
            return Outcome.stock(FallbackReason.COMPOSITE);
        }
        int[] bounds = surfaces.clip(clip, to, x, y, x + width, y + height);
        if (bounds == null) {
            return Outcome.stock(FallbackReason.CLIP);
        }
        int left = sourceX + bounds[0] - x;
        int top = sourceY + bounds[1] - y;
        int columns = bounds[2];
        int rows = bounds[3];
        if (columns <= 0 || rows <= 0 || (long) columns * rows < FEWEST_PIXELS) {
            return Outcome.stock(FallbackReason.SLOWER);
        }
        if (left < 0 || top < 0 || columns > bytes.width() - left || rows > bytes.height() - top) {
            return Outcome.stock(FallbackReason.TRANSFORM);
        }
        KernelTrial trial = trials.of(ResizeKind.CONVERSION, bytes.layout(), ints.layout());
        if (trial.kernels() == null) {
            return Outcome.stock(trial.refusal());
        }
        PixelArea part = bytes.part(left, top, columns, rows);
        ResizeAudit.Drawing audited = trials.isTrying() ? null : audit.choose(ResizeKind.CONVERSION.label(), part,
                from.getType(), ints, to.getType(), bounds, (a, b) -> {
                    // A block: as an expression the call would be compiled to return an object.
                    stock.invokeExact(loop, a, b, composite, clip, 0, 0, bounds[0], bounds[1], columns, rows);
                });
        TypeConversion.bgrToInt(part, ints.part(bounds[0], bounds[1], columns, rows));
        surfaces.markDirty(destination);
        if (audited != null) {
            audited.done(ints);
        }
        trial.served();
        return Outcome.done(false);
    }
}
