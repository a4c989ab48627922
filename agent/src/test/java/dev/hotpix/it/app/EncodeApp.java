package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a picture through every method there is and prints a hash of each result. Arguments: a folder to
 * write to, and the formats.
 */
public final class EncodeApp {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;

    private final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    private final Path folder;

    private EncodeApp(Path folder) {
        this.folder = folder;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture.setRGB(x, y, x * y * 2654435 ^ x << 9);
            }
        }
    }

    /** A call of a writer that has its output. */
    @FunctionalInterface
    private interface WriterCall {
        void call(ImageWriter writer) throws IOException;
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        EncodeApp app = new EncodeApp(Path.of(args[0]));
        for (String format : Arrays.asList(args).subList(1, args.length)) {
            app.write(format);
        }
        System.out.println("no writer " + ImageIO.write(app.picture, "nothing", new ByteArrayOutputStream()));
        try {
            ImageIO.getImageWritersByFormatName("png").next().write(app.picture);
        } catch (IllegalStateException noOutput) {
            System.out.println(noOutput);
        }
    }

    private void write(String format) throws IOException {
        File file = folder.resolve("written." + format).toFile();
        System.out.println(format + " file " + ImageIO.write(picture, format, file) + hash(Files.readAllBytes(file.toPath())));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.out.println(format + " stream " + ImageIO.write(picture, format, out) + hash(out.toByteArray()));
        ByteArrayOutputStream below = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(below)) {
            System.out.println(format + " image stream " + ImageIO.write(picture, format, stream));
        }
        System.out.println(hash(below.toByteArray()));
        writer(format, writer -> writer.write(picture));
        writer(format, writer -> writer.write(new IIOImage(picture, null, null)));
        writer(format, writer -> writer.write(null, new IIOImage(picture, null, null), writer.getDefaultWriteParam()));
    }

    private static void writer(String format, WriterCall call) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            call.call(writer);
        } finally {
            writer.dispose();
        }
        System.out.println(format + " writer" + hash(out.toByteArray()));
    }

    private static String hash(byte[] bytes) {
        return " " + bytes.length + " bytes " + Integer.toHexString(Arrays.hashCode(bytes));
    }
}
