package dev.hotpix.it.app;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JLabel;
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
        for (Scalr.Mode mode : Scalr.Mode.values()) {
            say(name, "mode " + mode, Scalr.resize(image, Scalr.Method.QUALITY, mode, 70, 50,
                    Scalr.OP_ANTIALIAS, Scalr.OP_BRIGHTER));
        }
        for (Scalr.Rotation rotation : Scalr.Rotation.values()) {
            say(name, rotation.name(), Scalr.rotate(Scalr.resize(image, 61), rotation, Scalr.OP_DARKER));
        }
        say(name, "cut", Scalr.resize(Scalr.crop(image, 3, 2, 50, 40), Scalr.Method.ULTRA_QUALITY, 23, 19));
        say(name, "gray", Scalr.apply(Scalr.resize(image, 44), Scalr.OP_GRAYSCALE));
        paint(image, name);
        say(name, "crop", Thumbnails.of(image).sourceRegion(5, 7, 40, 30).size(33, 22).asBufferedImage());
        say(name, "rotated", Thumbnails.of(image).size(55, 44).rotate(30).asBufferedImage());
        say(name, "padded", Scalr.pad(Scalr.resize(image, 50), 3, Color.RED));
    }

    /** As Swing does without a screen: a label with a scaled icon, and a component that scales while it paints. */
    private static void paint(BufferedImage image, String name) {
        JLabel label = new JLabel(new ImageIcon(image.getScaledInstance(48, 36, Image.SCALE_SMOOTH)));
        JComponent view = new JComponent() {
            private static final long serialVersionUID = 1;

            @Override
            protected void paintComponent(Graphics graphics) {
                Graphics2D scaling = (Graphics2D) graphics;
                scaling.setRenderingHint(
                        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                scaling.drawImage(image, 2, 3, getWidth() - 4, getHeight() - 6, Color.BLUE, this);
                scaling.setRenderingHint(
                        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
                scaling.drawImage(image, getWidth() / 2, getHeight() / 2, getWidth() / 3, getHeight() / 3, this);
            }
        };
        for (JComponent component : new JComponent[] {label, view}) {
            component.setSize(120, 90);
            // As a component's buffer is, and as JavaFX wants what it takes over.
            for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE}) {
                BufferedImage buffer = new BufferedImage(120, 90, type);
                Graphics2D graphics = buffer.createGraphics();
                graphics.setClip(1, 1, 110, 80);
                component.print(graphics);
                graphics.drawImage(image, 7, 9, null);
                graphics.dispose();
                say(name, component.getClass().getSimpleName() + " on " + type, buffer);
            }
        }
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
