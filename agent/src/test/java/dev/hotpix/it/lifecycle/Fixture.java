package dev.hotpix.it.lifecycle;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The files that the forked applications need, made once for all tests of this package. */
final class Fixture {

    private static final Path DIRECTORY = temporaryDirectory();
    private static final Path APP = jar("app.jar", "app", null);
    private static final Path COMPANION = jar("companion.jar", "companion", "Companion");
    private static final Path CHILD = jar("child.jar", "child", null);
    private static final Path PHOTO = makePhoto();

    private Fixture() {
    }

    static Path agentJar() {
        return Path.of(System.getProperty("hotpix.agent.jar")).toAbsolutePath();
    }

    /** The applications. A jar, since the JVM archives classes of jars only. */
    static Path appJar() {
        return APP;
    }

    /** Another agent. */
    static Path companionJar() {
        return COMPANION;
    }

    /** Classes for a class loader of an application's own. */
    static Path childJar() {
        return CHILD;
    }

    /** A JPEG file of the most usual kind: baseline, 4:2:0. */
    static Path photo() {
        return PHOTO;
    }

    private static Path makePhoto() {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, Color.HSBtoRGB(x / 300f, y / 300f, (x * y % 97) / 97f));
            }
        }
        Path file = DIRECTORY.resolve("photo.jpg");
        try {
            ImageIO.write(image, "jpg", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A place for a test's own files; goes with the JVM. */
    static Path directory() {
        return DIRECTORY;
    }

    static Path directory(String name) throws IOException {
        return Files.createTempDirectory(DIRECTORY, name);
    }

    /** An empty stdin. */
    static Path nothing() throws IOException {
        Path file = DIRECTORY.resolve("nothing");
        return Files.exists(file) ? file : Files.createFile(file);
    }

    private static Path jar(String name, String subpackage, String premain) {
        Path file = DIRECTORY.resolve(name);
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (premain != null) {
            attributes.putValue("Premain-Class", Fixture.class.getPackageName() + "." + subpackage + "." + premain);
            attributes.putValue("Can-Retransform-Classes", "true");
        }
        try {
            Path root = Path.of(Fixture.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path classes = root.resolve(Fixture.class.getPackageName().replace('.', '/')).resolve(subpackage);
            try (OutputStream out = Files.newOutputStream(file);
                    JarOutputStream jar = new JarOutputStream(out, manifest);
                    Stream<Path> files = Files.list(classes)) {
                for (Path type : files.sorted().collect(Collectors.toList())) {
                    jar.putNextEntry(new JarEntry(root.relativize(type).toString().replace('\\', '/')));
                    Files.copy(type, jar);
                }
            }
            return file;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("hotpix-lifecycle");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What is left is in the temporary directory.
        }
    }
}
