package dev.hotpix.demo.gallery;

import dev.hotpix.demo.photo.JpegEncoder;
import dev.hotpix.demo.photo.PhotoSynthesizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Files for tests, in memory. */
public final class TestFiles {

    private TestFiles() {}

    public static byte[] jpeg(int width, int height) throws IOException {
        return JpegEncoder.encode(new PhotoSynthesizer(5).color(width, height), 0.8f, false);
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
