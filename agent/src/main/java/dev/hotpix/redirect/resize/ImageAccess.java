package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.WritableRaster;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The pixels of images as kernels see them. Arrays come from the JDK's own raster classes, not from the public
 * {@code getData()} of a data buffer, which would bar the image from an accelerated desktop pipeline's cache.
 */
final class ImageAccess {

    private static final String BYTE_RASTER = "sun.awt.image.ByteInterleavedRaster";
    private static final String INT_RASTER = "sun.awt.image.IntegerInterleavedRaster";

    private final Samples bytes;
    private final Samples ints;

    /** Needs {@code sun.awt.image} open to this class. */
    ImageAccess() throws ReflectiveOperationException {
        bytes = new Samples(BYTE_RASTER, byte[].class);
        ints = new Samples(INT_RASTER, int[].class);
    }

    private static final class Samples {
        final Class<?> type;
        final MethodHandle storage;
        final MethodHandle offset;
        final MethodHandle scanlineStride;
        final MethodHandle pixelStride;

        Samples(String name, Class<?> array) throws ReflectiveOperationException {
            type = Class.forName(name, false, WritableRaster.class.getClassLoader());
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            storage = generic(lookup.findVirtual(type, "getDataStorage", MethodType.methodType(array)), Object.class);
            offset = lookup.findVirtual(type, "getDataOffset", MethodType.methodType(int.class, int.class))
                    .asType(MethodType.methodType(int.class, Object.class, int.class));
            scanlineStride = generic(
                    lookup.findVirtual(type, "getScanlineStride", MethodType.methodType(int.class)), int.class);
            pixelStride = generic(
                    lookup.findVirtual(type, "getPixelStride", MethodType.methodType(int.class)), int.class);
        }

        private static MethodHandle generic(MethodHandle getter, Class<?> result) {
            return getter.asType(MethodType.methodType(result, Object.class));
        }
    }

    /**
     * The pixels of an image of one of the standard types. Whether colours are premultiplied is for the caller to ask.
     *
     * @return null if it is of another type, or of a class whose methods may be anything
     */
    PixelArea area(BufferedImage image) {
        if (image.getClass() != BufferedImage.class) {
            return null;
        }
        PixelLayout layout = layout(image.getType());
        if (layout == null) {
            return null;
        }
        WritableRaster raster = image.getRaster();
        Samples samples = layout.isInt() ? ints : bytes;
        if (raster.getClass() != samples.type) {
            return null;
        }
        try {
            int pixel = layout.samplesPerPixel();
            if ((int) samples.pixelStride.invokeExact((Object) raster) != pixel) {
                return null;
            }
            // Of byte layouts the last band, blue or alpha, comes first in memory.
            int first = layout == PixelLayout.BGR ? 2 : layout == PixelLayout.ABGR ? 3 : 0;
            int offset = (int) samples.offset.invokeExact((Object) raster, first);
            for (int band = 0; first > 0 && band < pixel; band++) {
                int expected = band == 3 ? offset : offset + pixel - 1 - band;
                if ((int) samples.offset.invokeExact((Object) raster, band) != expected) {
                    return null;
                }
            }
            return new PixelArea(layout, (Object) samples.storage.invokeExact((Object) raster), offset,
                    (int) samples.scanlineStride.invokeExact((Object) raster), raster.getWidth(), raster.getHeight());
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the colours of an image are sRGB, or of a gray one gray, and its color model is the JDK's own. */
    static boolean hasUsualColors(BufferedImage image, PixelLayout layout) {
        ColorModel colors = image.getColorModel();
        if (layout == PixelLayout.GRAY) {
            return colors.getClass() == ComponentColorModel.class;
        }
        return colors.getClass() == (layout.isInt() ? DirectColorModel.class : ComponentColorModel.class)
                && colors.getColorSpace().isCS_sRGB();
    }

    private static PixelLayout layout(int imageType) {
        switch (imageType) {
            case BufferedImage.TYPE_3BYTE_BGR:
                return PixelLayout.BGR;
            case BufferedImage.TYPE_4BYTE_ABGR:
                return PixelLayout.ABGR;
            case BufferedImage.TYPE_BYTE_GRAY:
                return PixelLayout.GRAY;
            case BufferedImage.TYPE_INT_RGB:
                return PixelLayout.INT_RGB;
            case BufferedImage.TYPE_INT_ARGB:
            case BufferedImage.TYPE_INT_ARGB_PRE:
                return PixelLayout.INT_ARGB;
            default:
                return null;
        }
    }
}
