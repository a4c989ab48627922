package dev.hotpix.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** One image as this JVM's own reader decodes it. */
final class Stock {

    /** The image as packed BGR or gray; null if the reader threw or delivered something else. */
    final byte[] pixels;
    /** Where {@link #pixels} is null: the unconverted raster, bands interleaved; or null. */
    final byte[] raster;
    final ColorSpace file;
    final long position;
    final List<String> warnings;
    final Throwable failure;

    private Stock(byte[] pixels, byte[] raster, ColorSpace file, long position, List<String> warnings,
            Throwable failure) {
        this.pixels = pixels;
        this.raster = raster;
        this.file = file;
        this.position = position;
        this.warnings = warnings;
        this.failure = failure;
    }

    static Stock read(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            byte[] pixels = null;
            byte[] raster = null;
            if (!isCmyk(reader)) {
                pixels = packed(reader.read(0));
            }
            boolean converted = objectField(reader, "convert") != null
                || intField(reader, "outColorSpaceCode", 2) > 2;
            if (pixels == null || converted) {
                pixels = null;
                raster = raster(jpeg);
            }
            ColorSpace file = ColorSpace.ofCode(intField(reader, "colorSpaceCode", 0));
            return new Stock(pixels, raster, file, in.getStreamPosition(), warnings, null);
        } catch (IOException | RuntimeException e) {
            return new Stock(null, null, ColorSpace.UNKNOWN, -1, warnings, e);
        } finally {
            reader.dispose();
        }
    }

    /** With a reader of its own: one that has read the image would convert the raster too. */
    private static byte[] raster(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            return interleaved(reader.readRaster(0, null));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] interleaved(Raster raster) {
        int row = raster.getWidth() * raster.getNumBands();
        byte[] bytes = new byte[row * raster.getHeight()];
        int[] samples = new int[row];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
            for (int i = 0; i < row; i++) {
                bytes[y * row + i] = (byte) samples[i];
            }
        }
        return bytes;
    }

    /** The reader has an image type for everything but CMYK, which only readRaster reads. */
    private static boolean isCmyk(ImageReader reader) throws IOException {
        return !reader.getImageTypes(0).hasNext();
    }

    private static byte[] packed(BufferedImage image) {
        int type = image.getType();
        return type == BufferedImage.TYPE_3BYTE_BGR || type == BufferedImage.TYPE_BYTE_GRAY
            ? ((DataBufferByte) image.getRaster().getDataBuffer()).getData() : null;
    }

    /** Needs java.desktop/com.sun.imageio.plugins.jpeg opened; without it the fallback is used. */
    private static int intField(ImageReader reader, String name, int fallback) {
        Object value = objectField(reader, name);
        return value instanceof Integer ? (Integer) value : fallback;
    }

    private static Object objectField(ImageReader reader, String name) {
        try {
            Field field = reader.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(reader);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
