package dev.hotpix.it.app.operations;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.PixelGrabber;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Uses images without {@code javax.imageio}. Arguments: what it uses, {@code draw}, {@code toolkit} or
 * {@code scale}, and for how many milliseconds at most. Ends as soon as the agent is there, and says whether it is.
 */
public final class WakingApp {

    private WakingApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000;
        use(args[0]);
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName agent = new ObjectName("dev.hotpix:type=Agent");
        while (!server.isRegistered(agent) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        System.out.println(server.isRegistered(agent) ? "awake" : "asleep");
        // Classes are woven a moment after they were loaded.
        for (int i = 0; i < 50 && server.isRegistered(agent); i++) {
            use(args[0]);
            Thread.sleep(10);
        }
    }

    private static void use(String what) throws InterruptedException {
        BufferedImage image = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
        switch (what) {
            case "draw":
                Graphics2D graphics = image.createGraphics();
                graphics.drawImage(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB), 0, 0, 80, 80, null);
                break;
            case "toolkit":
                grab(Toolkit.getDefaultToolkit().createImage("no such file"));
                break;
            default:
                grab(image.getScaledInstance(40, 30, Image.SCALE_SMOOTH));
                break;
        }
    }

    private static void grab(Image image) throws InterruptedException {
        new PixelGrabber(image, 0, 0, -1, -1, true).grabPixels();
    }
}
