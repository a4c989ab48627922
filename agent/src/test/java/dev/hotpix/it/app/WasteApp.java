package dev.hotpix.it.app;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.imgscalr.Scalr;

/**
 * Reads a JPEG file of 1200 x 900 pixels from one line per way of using it, each time with other bytes of a comment.
 * Arguments: the file, and how often each line reads.
 */
public final class WasteApp {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final int SMALL_WIDTH = 120;
    private static final int SMALL_HEIGHT = 90;

    private final File file;
    private final byte[] picture;
    private int comments;
    private byte[] sameBytes;
    private byte[] sameInMemory;

    private WasteApp(Path picture) throws IOException {
        this.file = picture.resolveSibling("copy.jpeg").toFile();
        this.picture = Files.readAllBytes(picture);
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        WasteApp app = new WasteApp(Path.of(args[0]));
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            app.plain();
            app.nearest();
            app.steps();
            app.stepsInPlace();
            app.scaledInstance();
            app.affine();
            app.converted();
            app.cut();
            app.thumbnailator();
            app.imgscalr();
            app.written();
            app.drawn();
            app.tiles();
            app.samples();
            app.unused();
            app.sameFile();
            app.sameBytes();
            app.sameInMemory();
        }
        app.few();
        System.out.println("done");
    }

    /** The picture with bytes that no other has. */
    private byte[] newBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 2);
        comments++;
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 4, (byte) (comments >> 8), (byte) comments});
        bytes.write(picture, 2, picture.length - 2);
        return bytes.toByteArray();
    }

    private File newFile() throws IOException {
        return Files.write(file.toPath(), newBytes()).toFile();
    }

    private InputStream newStream() {
        return new ByteArrayInputStream(newBytes());
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height, Object interpolation) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static BufferedImage small(BufferedImage image) {
        return scaled(image, SMALL_WIDTH, SMALL_HEIGHT, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    private void plain() throws IOException {
        small(ImageIO.read(newFile()));
    }

    private void nearest() throws IOException {
        BufferedImage image = ImageIO.read(newStream());
        scaled(image, SMALL_WIDTH, SMALL_HEIGHT, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }

    private void steps() throws IOException {
        BufferedImage image = ImageIO.read(newFile());
        for (int width = WIDTH / 2; width > SMALL_WIDTH; width /= 2) {
            image = scaled(image, width, width * HEIGHT / WIDTH, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        }
        small(image);
    }

    private void stepsInPlace() throws IOException {
        BufferedImage image = ImageIO.read(newFile());
        BufferedImage steps = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = steps.createGraphics();
        graphics.drawImage(image, 0, 0, WIDTH / 2, HEIGHT / 2, null);
        graphics.drawImage(steps, 0, 0, WIDTH / 4, HEIGHT / 4, 0, 0, WIDTH / 2, HEIGHT / 2, null);
        graphics.drawImage(steps, 0, 0, WIDTH / 8, HEIGHT / 8, 0, 0, WIDTH / 4, HEIGHT / 4, null);
        graphics.dispose();
        BufferedImage small = new BufferedImage(SMALL_WIDTH, SMALL_HEIGHT, BufferedImage.TYPE_INT_RGB);
        small.createGraphics().drawImage(
                steps, 0, 0, SMALL_WIDTH, SMALL_HEIGHT, 0, 0, WIDTH / 8, HEIGHT / 8, null);
    }

    private void scaledInstance() throws IOException {
        Image small = ImageIO.read(newStream()).getScaledInstance(SMALL_WIDTH, -1, Image.SCALE_SMOOTH);
        new BufferedImage(SMALL_WIDTH, SMALL_HEIGHT, BufferedImage.TYPE_INT_RGB).createGraphics()
                .drawImage(small, 0, 0, null);
    }

    private void affine() throws IOException {
        AffineTransform tenth = AffineTransform.getScaleInstance(0.1, 0.1);
        new AffineTransformOp(tenth, AffineTransformOp.TYPE_BILINEAR).filter(ImageIO.read(newFile()), null);
    }

    /** Turned, and given another type, before it is shrunk. */
    private void converted() throws IOException {
        BufferedImage image = ImageIO.read(newFile());
        BufferedImage turned = new BufferedImage(HEIGHT, WIDTH, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.rotate(Math.PI / 2);
        graphics.drawImage(image, 0, -HEIGHT, null);
        graphics.dispose();
        scaled(turned, SMALL_HEIGHT, SMALL_WIDTH, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    /** The square in the middle, shrunk. */
    private void cut() throws IOException {
        BufferedImage square = ImageIO.read(newFile()).getSubimage(150, 0, HEIGHT, HEIGHT);
        scaled(square, SMALL_HEIGHT, SMALL_HEIGHT, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    private void thumbnailator() throws IOException {
        Thumbnails.of(newFile()).size(SMALL_WIDTH, SMALL_HEIGHT).asBufferedImage();
    }

    private void imgscalr() throws IOException {
        Scalr.resize(ImageIO.read(newFile()), Scalr.Method.ULTRA_QUALITY, SMALL_WIDTH, SMALL_HEIGHT);
    }

    private void written() throws IOException {
        BufferedImage image = ImageIO.read(newFile());
        small(image);
        ImageIO.write(image, "bmp", new ByteArrayOutputStream());
    }

    private void drawn() throws IOException {
        BufferedImage image = ImageIO.read(newFile());
        small(image);
        new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB).createGraphics().drawImage(image, 0, 0, null);
    }

    /** An overview, and all of it in pieces. */
    private void tiles() throws IOException {
        BufferedImage image = ImageIO.read(newFile());
        small(image);
        for (int x = 0; x < WIDTH; x += 200) {
            ImageIO.write(image.getSubimage(x, 0, 200, 200), "bmp", new ByteArrayOutputStream());
        }
    }

    /** Looked at by the application itself. */
    private void samples() throws IOException {
        BufferedImage image = ImageIO.read(newFile());
        small(image);
        image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }

    private void unused() throws IOException {
        ImageIO.read(newFile()).getRGB(1, 1);
    }

    private void sameFile() throws IOException {
        File same = file.toPath().resolveSibling("same.jpeg").toFile();
        if (!same.exists()) {
            Files.write(same.toPath(), newBytes());
        }
        ImageIO.read(same);
    }

    private void sameBytes() throws IOException {
        sameBytes = sameBytes == null ? newBytes() : sameBytes;
        ImageIO.read(new ByteArrayInputStream(sameBytes));
    }

    private void sameInMemory() throws IOException {
        sameInMemory = sameInMemory == null ? newBytes() : sameInMemory;
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(sameInMemory)));
        reader.read(0, null);
        reader.dispose();
    }

    private void few() throws IOException {
        for (int i = 0; i < 9; i++) {
            small(ImageIO.read(newFile()));
        }
    }
}
