package dev.hotpix.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
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

    /** Null if the reader threw, or delivered something else than packed BGR or gray bytes. */
    final byte[] pixels;
    final boolean converted;
    final ColorSpace file;
    final long position;
    final List<String> warnings;
    final Throwable failure;

    private Stock(byte[] pixels, boolean converted, ColorSpace file, long position, List<String> warnings,
            Throwable failure) {
        this.pixels = pixels;
        this.converted = converted;
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
            BufferedImage image = reader.read(0);
            ColorSpace file = ColorSpace.ofCode(intField(reader, "colorSpaceCode", 0));
            boolean converted = objectField(reader, "convert") != null
                || intField(reader, "outColorSpaceCode", 2) > 2;
            return new Stock(packed(image), converted, file, in.getStreamPosition(), warnings, null);
        } catch (IOException | RuntimeException e) {
            return new Stock(null, false, ColorSpace.UNKNOWN, -1, warnings, e);
        } finally {
            reader.dispose();
        }
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
