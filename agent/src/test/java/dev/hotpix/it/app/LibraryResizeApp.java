package dev.hotpix.it.app;

import java.awt.Color;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.swing.ImageIcon;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.resizers.configurations.ScalingMode;
import org.imgscalr.Scalr;

/** Scales images with the libraries that applications use, and prints a hash of each result. */
public final class LibraryResizeApp {

    private static final int[][] SIZES = {{400, 300}, {301, 457}, {64, 48}};

    private LibraryResizeApp() {
    }

    public static void main(String[] arguments) throws Exception {
        // What wakes the agent.
        ImageIO.getReaderFormatNames();
        for (int[] size : SIZES) {
            for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB}) {
                scale(image(type, size[0], size[1]), type + " " + size[0] + "x" + size[1]);
            }
        }
        if (arguments.length > 0) {
            System.err.println("redirected " + new AgentCounts().redirectedResizes());
        }
    }

    private static void scale(BufferedImage image, String name) throws Exception {
        for (int width : new int[] {37, 90, 128, 500}) {
            say(name, "thumbnailator " + width, Thumbnails.of(image).size(width, width).asBufferedImage());
            for (ScalingMode mode : ScalingMode.values()) {
                say(name, mode + " " + width,
                        Thumbnails.of(image).width(width).scalingMode(mode).asBufferedImage());
            }
            for (Scalr.Method method : Scalr.Method.values()) {
                say(name, method + " " + width, Scalr.resize(image, method, width));
            }
            ImageIcon icon = new ImageIcon(image.getScaledInstance(width, -1, Image.SCALE_SMOOTH));
            BufferedImage painted = new BufferedImage(
                    icon.getIconWidth(), icon.getIconHeight(), BufferedImage.TYPE_INT_RGB);
            icon.paintIcon(null, painted.createGraphics(), 0, 0);
            say(name, "icon " + width, painted);
        }
        say(name, "crop", Thumbnails.of(image).sourceRegion(5, 7, 40, 30).size(33, 22).asBufferedImage());
        say(name, "rotated", Thumbnails.of(image).size(55, 44).rotate(30).asBufferedImage());
        say(name, "padded", Scalr.pad(Scalr.resize(image, 50), 3, Color.RED));
    }

    private static void say(String image, String what, BufferedImage result) {
        System.out.println(image + " " + what + ": " + result.getType() + " " + result.getWidth() + "x"
                + result.getHeight() + " " + ResizeApp.hash(result));
    }

    private static BufferedImage image(int type, int width, int height) {
        Random random = new Random(width);
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }
}
