package dev.hotpix.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads the agent's classes as they are shipped, from the folder {@code hotpix/} of its jar, and together with
 * them the benchmark classes that use them.
 */
final class ShippedClasses extends ClassLoader {

    private final JarFile jar;

    ShippedClasses(Path agentJar) throws IOException {
        super(ClassLoader.getPlatformClassLoader());
        jar = new JarFile(agentJar.toFile());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/');
        JarEntry entry = jar.getJarEntry("hotpix/" + path + ".classdata");
        try (InputStream in = entry != null ? jar.getInputStream(entry)
                : ShippedClasses.class.getClassLoader().getResourceAsStream(path + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
