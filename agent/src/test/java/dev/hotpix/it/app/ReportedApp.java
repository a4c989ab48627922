package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Reads, writes and fails to read, so often each, then prints its process id. Arguments: a folder with
 * {@code picture.jpeg} and {@code Hostile.class}, whose only method reads a stream, the name of that class, and how
 * often.
 */
public final class ReportedApp {
    /** Long enough for two points over time. */
    private static final int LIFE_MILLIS = 1200;

    private ReportedApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        byte[] jpeg = Files.readAllBytes(folder.resolve("picture.jpeg"));
        int rounds = Integer.parseInt(args[2]);
        Method hostile = hostile(Files.readAllBytes(folder.resolve("Hostile.class")), args[1]);
        BufferedImage image = null;
        for (int i = 0; i < rounds; i++) {
            image = decode(jpeg);
            hostile.invoke(null, new ByteArrayInputStream(jpeg));
            fail(new ByteArrayInputStream(jpeg, 0, 2));
        }
        encode(image);
        Thread.sleep(LIFE_MILLIS);
        System.out.println(ProcessHandle.current().pid());
    }

    private static Method hostile(byte[] bytes, String name) throws ReflectiveOperationException {
        ClassLoader loader = new ClassLoader(ReportedApp.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) {
                return defineClass(wanted, bytes, 0, bytes.length);
            }
        };
        return loader.loadClass(name).getDeclaredMethods()[0];
    }

    private static BufferedImage decode(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static void encode(BufferedImage image) throws IOException {
        ImageIO.write(image, "png", new ByteArrayOutputStream());
    }

    private static void fail(InputStream cutOff) {
        try {
            throw new IllegalStateException("read " + ImageIO.read(cutOff));
        } catch (IOException expected) {
            // It ends after its first marker.
        }
    }
}
