package dev.hotpix.demo.workload;

import dev.hotpix.demo.photo.JpegEncoder;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** What is done with each file, exactly as an ordinary application writes it. */
public enum Job {

    /** The file's bytes into an image. */
    DECODE {
        @Override
        Task of(byte[] file) {
            return () -> decode(file);
        }
    },

    /** The file's bytes into those of a JPEG file that is at most 256 pixels wide and high. */
    THUMBNAIL {
        @Override
        Task of(byte[] file) {
            return () -> {
                BufferedImage image = decode(file);
                return image == null ? null : encode(scaled(image));
            };
        }
    },

    /** The image, which was decoded before, into the bytes of a JPEG file of its size. */
    ENCODE {
        @Override
        Task of(byte[] file) throws IOException {
            BufferedImage image = decode(file);
            return () -> image == null ? null : encode(image);
        }
    };

    private static final int LONGEST_SIDE = 256;
    private static final float QUALITY = 0.85f;

    /** Can be done many times. */
    interface Task {

        /** @return an image, the bytes of a file, or null if ImageIO has no reader for the input */
        Object run() throws IOException;
    }

    /** What is to be timed; that which comes before is done here. */
    abstract Task of(byte[] file) throws IOException;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static BufferedImage decode(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        return JpegEncoder.encode(image, QUALITY, false);
    }

    /** Halved with bilinear interpolation while that leaves enough, then drawn to its size, as most libraries do. */
    private static BufferedImage scaled(BufferedImage image) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage step = image;
        while (step.getWidth() / 2 > width && step.getHeight() / 2 > height) {
            step = drawn(step, step.getWidth() / 2, step.getHeight() / 2);
        }
        return drawn(step, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = target.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, width, height, null);
        g.dispose();
        return target;
    }
}
