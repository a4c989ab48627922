package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.PixelArea;
import dev.hotpix.redirect.Audit;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Keeps what a share of the redirected operations have read and written, so that stock can do them again. What is read
 * is copied before the operation: it may be done in place.
 */
final class ResizeAudit {

    /** One of stock's loops between two surfaces, with all else as in the operation. */
    interface StockLoop {

        /** The source's surface has the part that was read at its origin; the destination's is where it was. */
        void run(Object source, Object destination) throws Throwable;
    }

    private final Audit audit;
    private final SurfaceAccess surfaces;
    private final ImageAccess images;

    ResizeAudit(Audit audit, SurfaceAccess surfaces, ImageAccess images) {
        this.audit = audit;
        this.surfaces = surfaces;
        this.images = images;
    }

    /** A drawing operation that is about to be done. */
    final class Drawing {
        private final String name;
        private final StockLoop stock;
        private final int[] bounds;
        private final BufferedImage source;
        private final BufferedImage expected;
        private final BufferedImage actual;
        private final long bytes;

        private Drawing(
                String name, StockLoop stock, PixelArea from, int sourceType, PixelArea to, int destinationType,
                int[] bounds, long bytes) {
            this.name = name;
            this.stock = stock;
            this.bounds = bounds.clone();
            this.bytes = bytes;
            source = new BufferedImage(from.width(), from.height(), sourceType);
            images.area(source).copyFrom(from);
            // With the same origin: the first position decides the rounding of all.
            expected = new BufferedImage(bounds[0] + bounds[2], bounds[1] + bounds[3], destinationType);
            part(expected).copyFrom(part(to));
            actual = new BufferedImage(bounds[2], bounds[3], destinationType);
        }

        private PixelArea part(BufferedImage image) {
            return part(images.area(image));
        }

        private PixelArea part(PixelArea area) {
            return area.part(bounds[0], bounds[1], bounds[2], bounds[3]);
        }

        /** The operation has been done. Never throws. */
        void done(PixelArea destination) {
            try {
                images.area(actual).copyFrom(part(destination));
            } catch (RuntimeException impossible) {
                audit.skip(bytes);
                return;
            }
            audit.submit(this::difference, bytes);
        }

        private String difference() throws Throwable {
            stock.run(surfaces.of(source), surfaces.of(expected));
            int row = part(expected).firstDifferentRow(images.area(actual));
            return row < 0 ? null : "row " + row + " of " + name + " of " + source.getWidth() + "x"
                    + source.getHeight() + " pixels of type " + source.getType() + " to " + bounds[2] + "x" + bounds[3]
                    + " at " + bounds[0] + "," + bounds[1] + " of type " + expected.getType();
        }
    }

    /**
     * Chooses, or not, a drawing operation that is about to be done.
     *
     * @param from the part of the source that stock would read
     * @param to the destination, of which {@code bounds} (x, y, width, height) may be written
     * @return null if it is none of the share, or cannot be done again
     */
    Drawing choose(
            String name, PixelArea from, int sourceType, PixelArea to, int destinationType, int[] bounds,
            StockLoop stock) {
        if (!audit.chooses()) {
            return null;
        }
        long bytes = from.byteSize() + 2 * to.part(bounds[0], bounds[1], bounds[2], bounds[3]).byteSize()
                + (long) bounds[0] * bounds[1] * Integer.BYTES;
        if (!audit.reserve(bytes)) {
            return null;
        }
        try {
            return new Drawing(name, stock, from, sourceType, to, destinationType, bounds, bytes);
        } catch (RuntimeException | OutOfMemoryError cannot) {
            audit.skip(bytes);
            return null;
        }
    }

    /** An averaging operation that is about to be done. */
    final class Averaging {
        private final BufferedImage source;
        private final int width;
        private final int[] actual;
        private final long bytes;

        private Averaging(BufferedImage image, PixelArea area, int width, int height, long bytes) {
            this.width = width;
            this.bytes = bytes;
            source = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
            images.area(source).copyFrom(area);
            actual = new int[width * height];
        }

        /** A row has been delivered. */
        void row(int y, int[] argb) {
            System.arraycopy(argb, 0, actual, y * width, width);
        }

        /** All rows have been delivered, or the application has put an end to it before. Never throws. */
        void end(boolean complete) {
            if (complete) {
                audit.submit(this::difference, bytes);
            } else {
                audit.skip(bytes);
            }
        }

        private String difference() {
            int height = actual.length / width;
            int at = Arrays.mismatch(PixelSink.scaled(source, width, height), actual);
            return at < 0 ? null : "row " + at / width + " of area averaging of " + source.getWidth() + "x"
                    + source.getHeight() + " pixels of type " + source.getType() + " to " + width + "x" + height;
        }
    }

    /** Chooses, or not, an averaging operation that is about to be done; null as for {@link #choose}. */
    Averaging choose(BufferedImage image, PixelArea area, int width, int height) {
        if (!audit.chooses()) {
            return null;
        }
        long bytes = area.byteSize() + 2L * width * height * Integer.BYTES;
        if (!audit.reserve(bytes)) {
            return null;
        }
        try {
            return new Averaging(image, area, width, height, bytes);
        } catch (RuntimeException | OutOfMemoryError cannot) {
            audit.skip(bytes);
            return null;
        }
    }
}
