package dev.hotpix.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs classes of this package: agents must be jars, and only jars go into an archive of classes. */
final class JarBuilder {

    private JarBuilder() {
    }

    static Path agent(Path jar, Class<?> premain) throws IOException {
        return write(jar, "Premain-Class", premain);
    }

    static Path application(Path jar, Class<?>... classes) throws IOException {
        return write(jar, "X-Benchmark", classes);
    }

    private static Path write(Path jar, String attribute, Class<?>... classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue(attribute, classes[0].getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                out.write(Files.readAllBytes(Setting.classes().resolve(name)));
            }
        }
        return jar;
    }
}
