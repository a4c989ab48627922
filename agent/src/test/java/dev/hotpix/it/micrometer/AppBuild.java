package dev.hotpix.it.micrometer;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/**
 * Makes the applications that are run under the agent: their sources lie apart from the tests, since each is compiled
 * with libraries that must not be on the tests' class path, some with one of several versions of them.
 */
public final class AppBuild {

    private static final Path SOURCES = Path.of("src", "test", "it-apps");

    private AppBuild() {
    }

    /** The jars that the build has put into a folder for the applications. */
    public static List<Path> jars(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("hotpix.it-apps"), folder))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().collect(Collectors.toList());
        }
    }

    /** Those of the jars whose names begin with one of these. */
    public static List<Path> only(List<Path> jars, String... names) {
        return jars.stream().filter(jar -> Stream.of(names).anyMatch(jar.getFileName().toString()::startsWith))
                .collect(Collectors.toList());
    }

    public static String classPath(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Compiles the sources of one application. */
    public static Path compile(String application, List<Path> libraries, Path into) throws IOException {
        Files.createDirectories(into);
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-parameters", "--release", "17", "-nowarn",
                "-cp", classPath(libraries), "-d", into.toString()));
        try (Stream<Path> files = Files.list(SOURCES.resolve(application))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(new String[0]));
        if (exit != 0) {
            throw new IllegalStateException(errors.toString(StandardCharsets.UTF_8));
        }
        return into;
    }

    /** Spring Boot's kind of jar: the libraries in it as they are, and a loader that finds them there. */
    static Path fatJar(Path classes, List<Path> libraries, Path loader, String main, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
        attributes.putValue("Start-Class", main);
        attributes.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
        attributes.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String directory : new String[] {"BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/"}) {
                out.putNextEntry(new JarEntry(directory));
            }
            copyLoader(loader, out);
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path type : files.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
                    out.putNextEntry(new JarEntry("BOOT-INF/classes/"
                            + classes.relativize(type).toString().replace(File.separatorChar, '/')));
                    Files.copy(type, out);
                }
            }
            for (Path library : libraries) {
                store(library, "BOOT-INF/lib/" + library.getFileName(), out);
            }
        }
        return jar;
    }

    private static void copyLoader(Path loader, JarOutputStream out) throws IOException {
        try (JarFile from = new JarFile(loader.toFile())) {
            for (JarEntry entry : from.stream().collect(Collectors.toList())) {
                if (entry.getName().startsWith("org/") && !entry.isDirectory()) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(out);
                }
            }
        }
    }

    /** The loader reads nested jars only if they are not compressed. */
    private static void store(Path library, String name, JarOutputStream out) throws IOException {
        byte[] content = Files.readAllBytes(library);
        CRC32 crc = new CRC32();
        crc.update(content);
        JarEntry entry = new JarEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(content);
    }
}
