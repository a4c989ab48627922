package dev.hotpix.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Loads the agent's classes as they are shipped, from the folder {@code hotpix/} of its jar and the archive of
 * libraries in it, and together with them the benchmark classes that use them.
 */
final class ShippedClasses extends ClassLoader {

    private static final String FOLDER = "hotpix/";

    private final Map<String, byte[]> content = new HashMap<>();

    ShippedClasses(Path agentJar) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        try (InputStream in = Files.newInputStream(agentJar)) {
            unpack(in, "");
        }
        unpack(new ByteArrayInputStream(content.get("hotpix/classes.zip")), FOLDER);
    }

    private void unpack(InputStream archive, String prefix) throws IOException {
        ZipInputStream in = new ZipInputStream(archive);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            content.put(prefix + entry.getName(), in.readAllBytes());
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/');
        byte[] bytes = content.get(FOLDER + path + ".classdata");
        try (InputStream own = ShippedClasses.class.getClassLoader().getResourceAsStream(path + ".class")) {
            if (bytes == null && own == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] found = bytes != null ? bytes : own.readAllBytes();
            return defineClass(name, found, 0, found.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
