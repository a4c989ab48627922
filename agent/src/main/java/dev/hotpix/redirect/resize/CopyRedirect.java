package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.Kernels;
import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import dev.hotpix.kernels.TypeConversion;
import java.awt.image.BufferedImage;

/** Unscaled drawing of a 3BYTE_BGR image onto one of INT_RGB or INT_ARGB. */
final class CopyRedirect {

    private static final int FEWEST_PIXELS = 400;

    private final SurfaceAccess surfaces;
    private final ImageAccess images;
    private final KernelTrial trial;

    CopyRedirect(SurfaceAccess surfaces, ImageAccess images, KernelTrial trial) {
        this.surfaces = surfaces;
        this.images = images;
        this.trial = trial;
    }

    /** Whether the caller is our own trial. */
    boolean isTrying() {
        return trial.isTrying();
    }

    /**
     * Copies, or leaves everything as it was.
     *
     * @param source the {@code SurfaceData}; so is {@code destination}
     * @return null if the operation is none of ours: no conversion that a kernel could do
     */
    Outcome copy(
            Object source, Object destination, Object composite, Object clip, int sourceX, int sourceY, int x, int y,
            int width, int height) throws Throwable {
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
        Kernels kernels = trial.kernels();
        if (kernels == null) {
            return Outcome.stock(trial.refusal());
        }
        TypeConversion.bgrToInt(bytes.part(left, top, columns, rows), ints.part(bounds[0], bounds[1], columns, rows));
        surfaces.markDirty(destination);
        if (trial.isTrying()) {
            trial.countRedirected();
        }
        return Outcome.done(false);
    }
}
