package dev.hotpix.redirect.jpeg;

import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * The samples of a plain raster: one byte per sample, pixels of neighbouring bytes in one array, the bands in
 * their order or in the opposite one.
 *
 * <p>The array comes from the JDK's own raster class, not from {@code DataBufferByte.getData()}, which would
 * mark the image as one that can never be cached by an accelerated desktop pipeline.
 */
final class RasterTarget implements RowSink {

    private static final String RASTER = "sun.awt.image.ByteInterleavedRaster";

    private final WritableRaster raster;
    private final byte[] samples;
    private final int offset;
    private final int stride;
    private final int rowBytes;
    private final int rows;
    private final boolean reversed;

    private RasterTarget(
            WritableRaster raster, byte[] samples, int offset, int stride, int rowBytes, int rows, boolean reversed) {
        this.raster = raster;
        this.samples = samples;
        this.offset = offset;
        this.stride = stride;
        this.rowBytes = rowBytes;
        this.rows = rows;
        this.reversed = reversed;
    }

    /** A part of it. */
    RasterTarget part(int x, int y, int width, int height) {
        int bands = raster.getNumBands();
        if (x < 0 || y < 0 || (x + width) * bands > rowBytes || y + height > rows) {
            throw new IllegalArgumentException("no such part");
        }
        return new RasterTarget(
                raster, samples, offset + y * stride + x * bands, stride, width * bands, height, reversed);
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

    /** Whether the last band of a pixel comes first. */
    boolean reversed() {
        return reversed;
    }

    @Override
    public void row(int index, byte[] from, int at) {
        System.arraycopy(from, at, samples, offset + index * stride, rowBytes);
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
         * The samples of a raster.
         *
         * @return null if it is not a plain one of so many bands
         */
        RasterTarget of(WritableRaster target, int bands) {
            if (target.getClass() != rasterClass || target.getMinX() != 0 || target.getMinY() != 0
                    || target.getSampleModel().getClass() != PixelInterleavedSampleModel.class) {
                return null;
            }
            try {
                if (target.getNumBands() != bands || (int) getPixelStride.invoke(target) != bands) {
                    return null;
                }
                int first = (int) getDataOffset.invoke(target, 0);
                int last = (int) getDataOffset.invoke(target, bands - 1);
                int step = last < first ? -1 : 1;
                for (int band = 0; band < bands; band++) {
                    if ((int) getDataOffset.invoke(target, band) != first + step * band) {
                        return null;
                    }
                }
                return new RasterTarget(target, (byte[]) getDataStorage.invoke(target), Math.min(first, last),
                        (int) getScanlineStride.invoke(target), target.getWidth() * bands, target.getHeight(), step < 0);
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
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
