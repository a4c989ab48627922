package dev.hotpix.it;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JDKs to test on: those that {@code hotpix.test.jdks} names, else every one found where systems put them that is
 * 17 or later, and the one that runs the tests.
 */
public final class Jdks {

    /** The oldest that all tests run on unasked. */
    private static final int FIRST_FEATURE = 17;

    private static final List<String> FOLDERS =
            List.of("/usr/lib/jvm", "/usr/java", "/opt/java", "/Library/Java/JavaVirtualMachines");

    /** Where {@code .ci/jdks} puts those that a machine lacks. */
    private static final Path SET_UP = Path.of("..", "target", "jdks");

    private Jdks() {
    }

    /** For {@code @MethodSource}; at least one, each only once, however many links lead to it. */
    public static List<Jdk> all() throws IOException {
        List<Path> homes = named();
        int first = homes.isEmpty() ? FIRST_FEATURE : 0;
        if (homes.isEmpty()) {
            homes = found();
            homes.add(Path.of(System.getProperty("java.home")));
        }
        Map<Path, Jdk> all = new LinkedHashMap<>();
        for (Path home : homes) {
            Jdk.in(home).filter(jdk -> jdk.feature() >= first).ifPresent(jdk -> all.put(jdk.home(), jdk));
        }
        if (all.isEmpty()) {
            throw new IllegalStateException("no JDK " + first + " or later among " + homes);
        }
        return List.copyOf(all.values());
    }

    /** One of this feature release, if there is one, be it one that was set up for the tests. */
    public static Optional<Jdk> find(int feature) throws IOException {
        List<Path> homes = named();
        homes.addAll(found());
        addChildren(homes, SET_UP);
        return homes.stream().flatMap(home -> Jdk.in(home).stream()).filter(jdk -> jdk.feature() == feature)
                .findFirst();
    }

    private static List<Path> named() {
        List<Path> homes = new ArrayList<>();
        String names = System.getProperty("hotpix.test.jdks", "");
        if (!names.isBlank()) {
            for (String home : names.split(",")) {
                homes.add(Path.of(home.trim()));
            }
        }
        return homes;
    }

    private static List<Path> found() throws IOException {
        List<Path> homes = new ArrayList<>();
        for (String folder : FOLDERS) {
            addChildren(homes, Path.of(folder));
        }
        return homes;
    }

    private static void addChildren(List<Path> homes, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> inside = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                inside.add(child);
                inside.add(child.resolve("Contents/Home"));
            }
        }
        inside.sort(null);
        homes.addAll(inside);
    }
}
