package dev.hotpix.premain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads everything of the agent but its premain from the folder {@code hotpix/} of the agent's jar, where
 * classes carry the suffix {@code .classdata}: the application, which has the jar on its class path, can
 * neither load them nor find them as resources. All that is not needed before the agent is active is in an
 * archive within the jar, which is opened when the first of its classes is.
 *
 * <p>Child first for names under {@code dev.hotpix}, which no other loader has; everything else comes from
 * the platform loader, so that the application's libraries are never seen.
 */
final class AgentClassLoader extends ClassLoader {

    private static final String FOLDER = "hotpix/";
    private static final String CLASS_SUFFIX = ".class";
    private static final String ENTRY_SUFFIX = ".classdata";
    private static final String ARCHIVE = "hotpix/classes.zip";

    static {
        registerAsParallelCapable();
    }

    private final File file;
    private final JarFile jar;
    private final URL location;
    private final ProtectionDomain domain;

    private NestedArchive archive;

    private AgentClassLoader(File file, JarFile jar, URL location) {
        super(ClassLoader.getSystemClassLoader().getParent());
        this.file = file;
        this.jar = jar;
        this.location = location;
        // For applications with a security manager: what ours must do, their policies do not know of.
        Permissions all = new Permissions();
        all.add(new AllPermission());
        this.domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), all, this, null);
    }

    /**
     * Opens a loader over the agent's jar.
     *
     * @return null if the jar has no agent classes, as when it was repackaged into another jar
     */
    static AgentClassLoader open(File file) throws IOException {
        // Without verification of signatures: the JVM has accepted this jar as an agent already.
        JarFile jar = new JarFile(file, false);
        if (jar.getEntry(FOLDER) == null && jar.getEntry(FOLDER + "dev/hotpix/agent/AgentStart" + ENTRY_SUFFIX) == null) {
            jar.close();
            return null;
        }
        return new AgentClassLoader(file, jar, file.toURI().toURL());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.hotpix.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> type = findLoadedClass(name);
            if (type == null) {
                type = findClass(name);
            }
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = read(name.replace('.', '/') + ENTRY_SUFFIX);
            if (bytes != null) {
                return defineClass(name, bytes, 0, bytes.length, domain);
            }
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
        throw new ClassNotFoundException(name);
    }

    /** For named modules defined to this loader (Java 9 and later); they hold classes of the same folder. */
    @SuppressWarnings("unused")
    protected Class<?> findClass(String module, String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            byte[] bytes = read(entryName(name));
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    protected URL findResource(String name) {
        JarEntry entry = jar.getJarEntry(FOLDER + entryName(name));
        try {
            return entry == null ? null : new URL("jar:" + location + "!/" + entry.getName());
        } catch (MalformedURLException impossible) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL url = findResource(name);
        return url == null ? Collections.<URL>emptyEnumeration() : Collections.enumeration(Collections.singleton(url));
    }

    private static String entryName(String resource) {
        return resource.endsWith(CLASS_SUFFIX)
                ? resource.substring(0, resource.length() - CLASS_SUFFIX.length()) + ENTRY_SUFFIX
                : resource;
    }

    /** Null if there is no such entry. */
    private byte[] read(String name) throws IOException {
        JarEntry entry = jar.getJarEntry(FOLDER + name);
        if (entry == null) {
            return archive().read(name);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.max(entry.getSize(), 1024));
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        }
        return bytes.toByteArray();
    }

    private synchronized NestedArchive archive() throws IOException {
        if (archive == null) {
            archive = NestedArchive.open(file, ARCHIVE);
        }
        return archive;
    }
}
