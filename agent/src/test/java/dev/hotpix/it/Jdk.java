package dev.hotpix.it;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** A JDK on this machine. */
public record Jdk(Path home, int feature, String name) {

    /** The JDK in a folder, if there is one. */
    static Optional<Jdk> in(Path folder) {
        Path release = folder.resolve("release");
        if (!Files.isExecutable(folder.resolve("bin/java")) || !Files.isRegularFile(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(release, StandardCharsets.UTF_8)) {
            properties.load(in);
            String version = unquoted(properties.getProperty("JAVA_VERSION", ""));
            // Java 8 says 1.8.0_372.
            int feature = version.startsWith("1.") ? 8 : Runtime.Version.parse(version).feature();
            String vendor = unquoted(properties.getProperty("IMPLEMENTOR", "?"));
            return Optional.of(new Jdk(folder.toRealPath(), feature, vendor + " " + version));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String unquoted(String value) {
        return value.replace("\"", "").trim();
    }

    Path java() {
        return home.resolve("bin/java");
    }

    /** Whether it brings IJG libjpeg 6b, as most vendors' builds do; some distributions link their libjpeg-turbo. */
    public boolean bundlesLibjpeg6b() throws IOException {
        Path library = home.resolve("lib/libjavajpeg.so");
        // Part of 6b's version message, which libjpeg-turbo's is not; a library linked to the system's has neither.
        return Files.isRegularFile(library)
                && new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1).contains("6b  27-Mar-1998");
    }

    @Override
    public String toString() {
        return name;
    }
}
