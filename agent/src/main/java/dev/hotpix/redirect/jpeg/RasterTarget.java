package dev.hotpix.redirect.jpeg;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * The samples of a freshly made image: one byte per sample, rows of interleaved BGR or gray, in one array.
 *
 * <p>The array comes from the JDK's own raster class, not from {@code DataBufferByte.getData()}, which would
 * mark the image as one that can never be cached by an accelerated desktop pipeline.
 */
final class RasterTarget {

    private static final String RASTER = "sun.awt.image.ByteInterleavedRaster";

    private final WritableRaster raster;
    private final byte[] samples;
    private final int offset;
    private final int stride;
    private final int rowBytes;
    private final int rows;

    private RasterTarget(WritableRaster raster, byte[] samples, int offset, int stride, int rowBytes, int rows) {
        this.raster = raster;
        this.samples = samples;
        this.offset = offset;
        this.stride = stride;
        this.rowBytes = rowBytes;
        this.rows = rows;
    }

    byte[] samples() {
        return samples;
    }

    /** Index of the first sample. */
    int offset() {
        return offset;
    }

    /** Distance in bytes from a row to the next. */
    int stride() {
        return stride;
    }

    /** Bytes that a row fills, at most {@link #stride}. */
    int rowBytes() {
        return rowBytes;
    }

    int rows() {
        return rows;
    }

    /** Undoes a decode that did not get to its end: a fresh image is all zero. */
    void clear() {
        for (int row = 0, from = offset; row < rows; row++, from += stride) {
            Arrays.fill(samples, from, from + rowBytes, (byte) 0);
        }
    }

    /** Finds the rasters of this JVM; needs {@code sun.awt.image} open to this class. */
    static final class Access {

        private final Class<?> rasterClass;
        private final MethodHandle getDataStorage;
        private final MethodHandle getDataOffset;
        private final MethodHandle getScanlineStride;
        private final MethodHandle getPixelStride;
        private final MethodHandle markDirty;

        Access() throws ReflectiveOperationException {
            rasterClass = Class.forName(RASTER, false, WritableRaster.class.getClassLoader());
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(rasterClass, MethodHandles.lookup());
            getDataStorage = lookup.findVirtual(rasterClass, "getDataStorage", MethodType.methodType(byte[].class));
            getDataOffset = lookup.findVirtual(rasterClass, "getDataOffset", MethodType.methodType(int.class, int.class));
            getScanlineStride = lookup.findVirtual(rasterClass, "getScanlineStride", MethodType.methodType(int.class));
            getPixelStride = lookup.findVirtual(rasterClass, "getPixelStride", MethodType.methodType(int.class));
            markDirty = lookup.findVirtual(rasterClass, "markDirty", MethodType.methodType(void.class));
        }

        /**
         * The samples of an image that is plain BGR or gray, decoded as such.
         *
         * @return null if the image is anything else
         */
        RasterTarget of(BufferedImage image, WritableRaster target) {
            if (target != image.getRaster() || target.getClass() != rasterClass) {
                return null;
            }
            int bands = bands(image.getType());
            try {
                if (bands == 0 || target.getNumBands() != bands || (int) getPixelStride.invoke(target) != bands) {
                    return null;
                }
                for (int band = 0; band < bands; band++) {
                    if ((int) getDataOffset.invoke(target, band) != (int) getDataOffset.invoke(target, 0) - band) {
                        return null;
                    }
                }
                int first = (int) getDataOffset.invoke(target, bands - 1);
                return new RasterTarget(target, (byte[]) getDataStorage.invoke(target), first,
                        (int) getScanlineStride.invoke(target), target.getWidth() * bands, target.getHeight());
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static int bands(int imageType) {
            return imageType == BufferedImage.TYPE_3BYTE_BGR ? 3 : imageType == BufferedImage.TYPE_BYTE_GRAY ? 1 : 0;
        }

        /** Tells an accelerated pipeline that samples were written, as stock's {@code setRect} does. */
        void markDirty(RasterTarget target) {
            try {
                markDirty.invoke(target.raster);
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
