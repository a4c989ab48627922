package dev.hotpix.redirect.jpeg.encode;

import java.awt.Transparency;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Finds out how the rows of a source can be read fastest. Arrays come from the JDK's own raster classes, not from the
 * public {@code getData()} of a data buffer, which would bar the image from an accelerated desktop pipeline's cache.
 */
final class SourceAccess {

    private static final int RGB = 2;
    private static final int YCBCR = 3;
    private static final int EXT_RGBX = 7;
    private static final int EXT_BGR = 8;
    private static final int EXT_BGRX = 9;

    private final Arrays bytes;
    private final Arrays ints;
    private final Arrays shorts;

    /** Needs {@code sun.awt.image} open to this class. */
    SourceAccess() throws ReflectiveOperationException {
        bytes = new Arrays("sun.awt.image.ByteInterleavedRaster", byte[].class);
        ints = new Arrays("sun.awt.image.IntegerInterleavedRaster", int[].class);
        shorts = new Arrays("sun.awt.image.ShortInterleavedRaster", short[].class);
    }

    private static final class Arrays {
        final Class<?> type;
        final MethodHandle storage;
        final MethodHandle offset;
        final MethodHandle scanlineStride;
        final MethodHandle pixelStride;

        Arrays(String name, Class<?> array) throws ReflectiveOperationException {
            type = Class.forName(name, false, Raster.class.getClassLoader());
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            storage = lookup.findVirtual(type, "getDataStorage", MethodType.methodType(array))
                    .asType(MethodType.methodType(Object.class, Raster.class));
            offset = lookup.findVirtual(type, "getDataOffset", MethodType.methodType(int.class, int.class))
                    .asType(MethodType.methodType(int.class, Raster.class, int.class));
            scanlineStride = size(lookup, "getScanlineStride");
            pixelStride = size(lookup, "getPixelStride");
        }

        private MethodHandle size(MethodHandles.Lookup lookup, String name) throws ReflectiveOperationException {
            return lookup.findVirtual(type, name, MethodType.methodType(int.class))
                    .asType(MethodType.methodType(int.class, Raster.class));
        }
    }

    /** Where the wanted part of a raster is in its array; in elements. */
    private static final class Place {
        Object array;
        int[] first;
        long rowStep;
        int pixelStride;

        /** Whether all rows can be addressed with ints. */
        boolean isNear(WriteRequest request) {
            return rowStep >= 0 && first[0] + rowStep * request.height < Integer.MAX_VALUE;
        }
    }

    /**
     * The rows that are wanted.
     *
     * @return null if they are not all within the source
     */
    SourceRows of(WriteRequest request, WriterInternals internals) throws Throwable {
        Raster raster = internals.source(request.writer);
        int x = internals.sourceX(request.writer) - raster.getMinX();
        int y = internals.sourceY(request.writer) - raster.getMinY();
        if (x < 0 || y < 0 || x + (long) request.sourceWidth > raster.getWidth()
                || y + (request.height - 1L) * request.periodY >= raster.getHeight()) {
            return null;
        }
        SourceRows rows = null;
        if (!internals.changesSamples(request.writer)) {
            IndexColorModel colors = internals.colorTable(request.writer);
            int[] bands = internals.sourceBands(request.writer);
            rows = colors != null ? indexed(request, raster, colors, x, y)
                    : !areIn(raster, bands, request.bands) ? null
                    : raster.getClass() == bytes.type ? ofBytes(request, raster, bands, x, y)
                    : packed(request, raster, bands, x, y);
        }
        return rows != null ? rows : new SourceRows.Grabbed(request, internals);
    }

    private static boolean areIn(Raster raster, int[] bands, int count) {
        if (bands == null || bands.length != count) {
            return false;
        }
        for (int band : bands) {
            if (band < 0 || band >= raster.getNumBands()) {
                return false;
            }
        }
        return true;
    }

    private static Place place(WriteRequest request, Arrays arrays, Raster raster, int[] bands, int x, int y)
            throws Throwable {
        Place place = new Place();
        place.array = arrays.storage.invokeExact(raster);
        place.pixelStride = (int) arrays.pixelStride.invokeExact(raster);
        int stride = (int) arrays.scanlineStride.invokeExact(raster);
        place.rowStep = (long) stride * request.periodY;
        place.first = new int[bands.length];
        for (int i = 0; i < bands.length; i++) {
            long at = (int) arrays.offset.invokeExact(raster, bands[i]) + (long) y * stride
                    + (long) x * place.pixelStride;
            place.first[i] = Math.toIntExact(at);
        }
        return place.isNear(request) ? place : null;
    }

    private SourceRows ofBytes(WriteRequest request, Raster raster, int[] bands, int x, int y) throws Throwable {
        Place place = place(request, bytes, raster, bands, x, y);
        if (place == null) {
            return null;
        }
        int step = commonStep(place.first);
        int count = request.bands;
        boolean direct = request.periodX == 1 && place.pixelStride == count;
        if (direct && step == 1) {
            return new SourceRows.Bytes(
                    request.inSpace, count, (byte[]) place.array, place.first[0], (int) place.rowStep, request.width);
        }
        if (direct && step == -1 && count == 3 && isColor(request)) {
            return new SourceRows.Bytes(
                    EXT_BGR, count, (byte[]) place.array, place.first[2], (int) place.rowStep, request.width);
        }
        byte[] array = (byte[]) place.array;
        int pixelStep = place.pixelStride * request.periodX;
        return new SourceRows.Gathered(request) {
            @Override
            void gather(int row, byte[] to, int at) {
                int down = (int) (row / request.periodY * place.rowStep);
                for (int band = 0; band < count; band++) {
                    int from = place.first[band] + down;
                    for (int i = 0, out = at + band; i < request.width; i++, from += pixelStep, out += count) {
                        to[out] = array[from];
                    }
                }
            }
        };
    }

    /** By how much each band comes after the one before; 0 if that differs. */
    private static int commonStep(int[] first) {
        int step = first.length == 1 ? 1 : first[1] - first[0];
        for (int i = 2; i < first.length; i++) {
            if (first[i] - first[i - 1] != step) {
                return 0;
            }
        }
        return step;
    }

    private static boolean isColor(WriteRequest request) {
        return request.inSpace == RGB && (request.outSpace == RGB || request.outSpace == YCBCR);
    }

    private SourceRows packed(WriteRequest request, Raster raster, int[] bands, int x, int y) throws Throwable {
        boolean isInt = raster.getClass() == ints.type;
        if (!isInt && raster.getClass() != shorts.type
                || raster.getSampleModel().getClass() != SinglePixelPackedSampleModel.class) {
            return null;
        }
        SinglePixelPackedSampleModel model = (SinglePixelPackedSampleModel) raster.getSampleModel();
        Place place = place(request, isInt ? ints : shorts, raster, new int[1], x, y);
        if (place == null) {
            return null;
        }
        int[] masks = new int[bands.length];
        int[] shifts = new int[bands.length];
        for (int i = 0; i < bands.length; i++) {
            masks[i] = model.getBitMasks()[bands[i]];
            shifts[i] = model.getBitOffsets()[bands[i]];
        }
        int order = isInt && place.pixelStride == 1 && request.periodX == 1 && isColor(request) ? order(masks) : 0;
        if (order != 0) {
            return new SourceRows.Ints(order, (int[]) place.array, place.first[0], (int) place.rowStep, request.width);
        }
        return new PackedRows(request, place.array, place.first[0], (int) place.rowStep,
                place.pixelStride * request.periodX, masks, shifts);
    }

    /** The order of bytes in memory of a little-endian machine, as libjpeg-turbo names it; 0 if it has no name. */
    private static int order(int[] masks) {
        if (masks.length != 3 || masks[1] != 0xFF00) {
            return 0;
        }
        return masks[0] == 0xFF0000 && masks[2] == 0xFF ? EXT_BGRX : masks[0] == 0xFF && masks[2] == 0xFF0000 ? EXT_RGBX : 0;
    }

    /** The writer looks up the colours of an opaque table as 24-bit RGB. */
    private SourceRows indexed(WriteRequest request, Raster raster, IndexColorModel colors, int x, int y)
            throws Throwable {
        if (colors.getClass() != IndexColorModel.class || colors.getTransparency() != Transparency.OPAQUE
                || request.bands != 3 || raster.getClass() != bytes.type || raster.getNumBands() != 1
                || colors.getPixelSize() > 8) {
            return null;
        }
        Place place = place(request, bytes, raster, new int[1], x, y);
        if (place == null) {
            return null;
        }
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = colors.getRGB(i);
        }
        byte[] array = (byte[]) place.array;
        int pixelStep = place.pixelStride * request.periodX;
        return new SourceRows.Gathered(request) {
            @Override
            void gather(int row, byte[] to, int at) {
                int from = place.first[0] + (int) (row / request.periodY * place.rowStep);
                for (int i = 0, out = at; i < request.width; i++, from += pixelStep, out += 3) {
                    int rgb = table[array[from] & 0xFF];
                    to[out] = (byte) (rgb >> 16);
                    to[out + 1] = (byte) (rgb >> 8);
                    to[out + 2] = (byte) rgb;
                }
            }
        };
    }

    /** Rows of packed pixels, in ints or shorts. */
    private static final class PackedRows extends SourceRows.Gathered {
        private final WriteRequest request;
        private final Object array;
        private final int first;
        private final int rowStep;
        private final int pixelStep;
        private final int[] masks;
        private final int[] shifts;

        PackedRows(
                WriteRequest request, Object array, int first, int rowStep, int pixelStep, int[] masks, int[] shifts) {
            super(request);
            this.request = request;
            this.array = array;
            this.first = first;
            this.rowStep = rowStep;
            this.pixelStep = pixelStep;
            this.masks = masks;
            this.shifts = shifts;
        }

        @Override
        void gather(int row, byte[] to, int at) {
            int start = first + row / request.periodY * rowStep;
            for (int band = 0; band < masks.length; band++) {
                if (array instanceof int[]) {
                    band((int[]) array, start, band, to, at + band);
                } else {
                    band((short[]) array, start, band, to, at + band);
                }
            }
        }

        private void band(int[] pixels, int start, int band, byte[] to, int at) {
            int mask = masks[band];
            int shift = shifts[band];
            for (int i = 0, from = start, out = at; i < request.width; i++, from += pixelStep, out += masks.length) {
                to[out] = (byte) ((pixels[from] & mask) >>> shift);
            }
        }

        private void band(short[] pixels, int start, int band, byte[] to, int at) {
            int mask = masks[band];
            int shift = shifts[band];
            for (int i = 0, from = start, out = at; i < request.width; i++, from += pixelStep, out += masks.length) {
                to[out] = (byte) ((pixels[from] & mask) >>> shift);
            }
        }
    }
}
