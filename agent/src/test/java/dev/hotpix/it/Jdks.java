package dev.hotpix.it;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JDKs to test on: those that {@code hotpix.test.jdks} names, else every one found where systems put them,
 * and the one that runs the tests.
 */
public final class Jdks {

    /** The children are compiled with the tests, for this Java version. */
    private static final int FIRST_FEATURE = 17;

    private static final List<String> FOLDERS =
            List.of("/usr/lib/jvm", "/usr/java", "/opt/java", "/Library/Java/JavaVirtualMachines");

    private Jdks() {
    }

    /** For {@code @MethodSource}; at least one, each only once, however many links lead to it. */
    public static List<Jdk> all() throws IOException {
        List<Path> homes = new ArrayList<>();
        String named = System.getProperty("hotpix.test.jdks", "");
        if (named.isBlank()) {
            for (String folder : FOLDERS) {
                addChildren(homes, Path.of(folder));
            }
            homes.add(Path.of(System.getProperty("java.home")));
        } else {
            for (String home : named.split(",")) {
                homes.add(Path.of(home.trim()));
            }
        }
        Map<Path, Jdk> found = new LinkedHashMap<>();
        for (Path home : homes) {
            Jdk.in(home).filter(jdk -> jdk.feature() >= FIRST_FEATURE).ifPresent(jdk -> found.put(jdk.home(), jdk));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no JDK " + FIRST_FEATURE + " or later among " + homes);
        }
        return List.copyOf(found.values());
    }

    private static void addChildren(List<Path> homes, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                homes.add(child);
                homes.add(child.resolve("Contents/Home"));
            }
        }
        homes.sort(null);
    }
}
