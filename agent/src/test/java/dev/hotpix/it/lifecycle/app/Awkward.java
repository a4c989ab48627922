package dev.hotpix.it.lifecycle.app;

import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What applications do that an agent may stumble over; each must go on as if there were no agent. */
public final class Awkward {

    private static String file;

    private Awkward() {
    }

    /** Reads while this class is being initialised: its monitor is held for whoever needs the class. */
    private static final class Logo {
        static final String PICTURE;

        static {
            try {
                PICTURE = Picture.read(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        // Only here, as many do; with DISPLAY set, whoever initialises AWT before this line decides otherwise.
        System.setProperty("java.awt.headless", "true");
        file = args[0];
        System.out.println("static initialiser=" + Logo.PICTURE);
        System.out.println("headless=" + GraphicsEnvironment.isHeadless());
        System.out.println("drawn=" + draw());
        System.out.println("no context loader=" + withoutContextLoader());
        System.out.println("interrupted=" + interrupted());
        if (System.getProperty("hotpixtest.await") != null) {
            // Not printed: the run without the agent has nothing to say here.
            if (!AgentView.awaitRedirect(file)) {
                throw new AssertionError("not redirected");
            }
        }
        System.out.println("interrupted=" + interrupted());
        System.out.println("drawn=" + draw());
    }

    private static String draw() throws IOException {
        BufferedImage image = ImageIO.read(new File(file));
        BufferedImage small = new BufferedImage(100, 75, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(image, 0, 0, 100, 75, null);
        graphics.dispose();
        return Picture.describe(small);
    }

    private static String withoutContextLoader() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            return Picture.read(file) + " " + thread.getContextClassLoader();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String interrupted() throws IOException {
        Thread.currentThread().interrupt();
        return Picture.read(file) + " " + Thread.interrupted();
    }
}
