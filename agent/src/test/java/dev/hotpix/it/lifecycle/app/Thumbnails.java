package dev.hotpix.it.lifecycle.app;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Makes thumbnails as an application does: reads, scales and writes, again and again, and prints what it made. With
 * {@code -Dhotpixtest.await=redirect} it goes on until the agent has redirected.
 */
public final class Thumbnails {

    private static final int TIMES = 3;

    private Thumbnails() {
    }

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            System.out.println("made=" + make(args[0]));
        }
        if (System.getProperty("hotpixtest.await", "").equals("redirect")) {
            System.out.println("redirected=" + AgentView.awaitRedirect(args[0]));
        }
        System.out.println("made=" + make(args[0]));
        System.err.println("the application's own words");
    }

    /** Everything that was made of a file, as a text. */
    static String make(String file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(Path.of(file))));
        StringBuilder text = new StringBuilder(Picture.describe(image));
        for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB}) {
            BufferedImage small = new BufferedImage(image.getWidth() / 3, image.getHeight() / 3, type);
            Graphics2D graphics = small.createGraphics();
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, small.getWidth(), small.getHeight(), null);
            graphics.drawImage(image.getScaledInstance(20, 10, Image.SCALE_SMOOTH), 5, 5, null);
            graphics.dispose();
            text.append(", ").append(Picture.describe(small));
            for (String format : new String[] {"png", "jpeg"}) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                // The JPEG writer takes no alpha.
                text.append(' ').append(ImageIO.write(small, format, out)).append(' ')
                        .append(Integer.toHexString(Arrays.hashCode(out.toByteArray())));
            }
        }
        return text.toString();
    }
}
