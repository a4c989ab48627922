package dev.hotpix.redirect.jpeg;

import java.awt.Rectangle;
import javax.imageio.ImageReadParam;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;

/** What one call of stock's native decoder was asked for: its arguments, and the read's {@code ImageReadParam}. */
public final class ReadRequest {

    /** Below this, setting up a second decoder takes longer than stock takes for the whole image. */
    private static final int FEWEST_PIXELS = 40 * 40;

    private final Object reader;
    private final ImageReadParam param;
    private final int imageIndex;
    private final int rasterBands;
    private final int[] sourceBands;
    private final Rectangle source;
    private final int periodX;
    private final int periodY;
    private final boolean allPasses;
    private final boolean wantUpdates;

    /**
     * Takes the arguments as they are passed to stock.
     *
     * @param source the region of the file's image, in pixels
     * @param wantUpdates whether there are update or progress listeners
     */
    public ReadRequest(
            Object reader, ImageReadParam param, int imageIndex, int rasterBands, int[] sourceBands, Rectangle source,
            int periodX, int periodY, int minPass, int maxPass, boolean wantUpdates) {
        this.reader = reader;
        this.param = param;
        this.imageIndex = imageIndex;
        this.rasterBands = rasterBands;
        this.sourceBands = sourceBands;
        this.source = source;
        this.periodX = periodX;
        this.periodY = periodY;
        this.allPasses = minPass == 0 && maxPass == Integer.MAX_VALUE;
        this.wantUpdates = wantUpdates;
    }

    Object reader() {
        return reader;
    }

    int imageIndex() {
        return imageIndex;
    }

    /**
     * Decides what can be decided without looking at the file's data.
     *
     * @return null if the whole image goes to a fresh destination of its own size; else why not
     */
    FallbackReason refuse(ReaderInternals internals) {
        if ((long) internals.width(reader) * internals.height(reader) < FEWEST_PIXELS) {
            return FallbackReason.SLOWER;
        }
        if (wantUpdates) {
            return FallbackReason.LISTENERS;
        }
        if (internals.readsRaster(reader) || internals.image(reader) == null) {
            return FallbackReason.RASTER;
        }
        if (param != null) {
            if (param.getClass() != ImageReadParam.class && param.getClass() != JPEGImageReadParam.class) {
                return FallbackReason.PARAM;
            }
            if (param.getDestination() != null) {
                return FallbackReason.DESTINATION;
            }
        }
        if (periodX != 1 || periodY != 1) {
            return FallbackReason.SUBSAMPLING;
        }
        if (!allPasses) {
            return FallbackReason.PASSES;
        }
        return isWhole(internals) ? refuseBands() : FallbackReason.REGION;
    }

    private boolean isWhole(ReaderInternals internals) {
        Rectangle whole = new Rectangle(0, 0, internals.width(reader), internals.height(reader));
        return source.equals(whole)
                && internals.destinationRegion(reader).equals(whole)
                && internals.image(reader).getWidth() == whole.width
                && internals.image(reader).getHeight() == whole.height;
    }

    private FallbackReason refuseBands() {
        for (int band = 0; band < rasterBands; band++) {
            if (band >= sourceBands.length || sourceBands[band] != band) {
                return FallbackReason.BANDS;
            }
        }
        boolean selected = param != null && (param.getSourceBands() != null || param.getDestinationBands() != null);
        return selected ? FallbackReason.BANDS : null;
    }

    int rasterBands() {
        return rasterBands;
    }
}
