package dev.hotpix.doctor;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.PixelGrabber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The images of the self-test, made here, and what is done with them. */
final class TestImages {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final int THUMBNAIL_WIDTH = 320;
    private static final int THUMBNAIL_HEIGHT = 240;
    private static final float QUALITY = 0.85f;

    private TestImages() {
    }

    /** All operations. */
    static TestOperation[] operations() throws IOException {
        BufferedImage picture = picture();
        byte[] progressive = jpeg(picture, true);
        return new TestOperation[] {
            baselineDecode(),
            TestOperation.decode("decode progressive JPEG, 1.1 MP", () -> decode(progressive)),
            TestOperation.encode("encode JPEG, 1.1 MP", () -> jpeg(picture, false)),
            TestOperation.resize("scale bilinear to 320x240", "reduction",
                    () -> draw(picture, RenderingHints.VALUE_INTERPOLATION_BILINEAR)),
            TestOperation.resize("scale bicubic to 320x240", "bicubic",
                    () -> draw(picture, RenderingHints.VALUE_INTERPOLATION_BICUBIC)),
            TestOperation.resize("SCALE_SMOOTH to 320x240", "area", () -> smooth(picture))};
    }

    /** The most usual one. */
    static TestOperation baselineDecode() throws IOException {
        byte[] file = jpeg(picture(), false);
        return TestOperation.decode("decode baseline JPEG, 1.1 MP", () -> decode(file));
    }

    /** Slopes, edges and noise, as in photographs. */
    private static BufferedImage picture() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = random.nextInt(16);
                int edge = (x / 90 + y / 70) % 3 * 40;
                int red = x * 150 / WIDTH + edge + noise;
                int green = y * 150 / HEIGHT + edge + noise;
                int blue = (WIDTH - x + y) * 150 / (WIDTH + HEIGHT) + edge + noise;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    /** The JDK's writer makes 4:2:0. */
    private static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage decode(byte[] file) throws IOException {
        // In memory: the temporary directory may be unwritable.
        return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
    }

    private static BufferedImage draw(BufferedImage picture, Object interpolation) {
        BufferedImage small = new BufferedImage(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.drawImage(picture, 0, 0, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, null);
        graphics.dispose();
        return small;
    }

    private static BufferedImage smooth(BufferedImage picture) throws InterruptedException, IOException {
        Image scaled = picture.getScaledInstance(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, Image.SCALE_SMOOTH);
        int[] pixels = new int[THUMBNAIL_WIDTH * THUMBNAIL_HEIGHT];
        PixelGrabber grabber = new PixelGrabber(
                scaled, 0, 0, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, pixels, 0, THUMBNAIL_WIDTH);
        if (!grabber.grabPixels()) {
            throw new IOException("no pixels came");
        }
        BufferedImage small = new BufferedImage(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, BufferedImage.TYPE_INT_ARGB);
        small.getRaster().setDataElements(0, 0, THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, pixels);
        return small;
    }
}
