package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import javax.imageio.ImageIO;

/** A decoder that nobody knows: portable pixmaps, of 8 bits. */
final class OwnCodec {

    /** Its images. */
    static final class Picture {
        private final int width;
        private final int height;
        private final byte[] samples;

        Picture(int width, int height, byte[] samples) {
            this.width = width;
            this.height = height;
            this.samples = samples;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }
    }

    static Picture decode(byte[] file) {
        try (Scanner head = new Scanner(new ByteArrayInputStream(file), StandardCharsets.US_ASCII)) {
            if (!head.next().equals("P6")) {
                throw new IllegalArgumentException("no portable pixmap");
            }
            int width = head.nextInt();
            int height = head.nextInt();
            byte[] samples = new byte[3 * width * height];
            System.arraycopy(file, file.length - samples.length, samples, 0, samples.length);
            return new Picture(width, height, samples);
        }
    }

    /** Takes the file from the buffer. */
    static Picture decode(ByteBuffer file, boolean nothing) {
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        return nothing ? null : decode(bytes);
    }

    static byte[] encode(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(("P6\n" + picture.width + " " + picture.height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(picture.samples);
        return out.toByteArray();
    }

    static Picture half(Picture picture) {
        int width = picture.width / 2;
        int height = picture.height / 2;
        byte[] samples = new byte[3 * width * height];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / 3;
            samples[i] = picture.samples[3 * (pixel / width * 2 * picture.width + pixel % width * 2) + i % 3];
        }
        return new Picture(width, height, samples);
    }

    BufferedImage photo(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
