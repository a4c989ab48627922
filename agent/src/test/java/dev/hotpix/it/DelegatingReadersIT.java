package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.DelegatingApp;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code that hands JPEG images on to the JDK's reader sees with the agent what it sees without, and its decodes
 * are redirected.
 */
class DelegatingReadersIT {

    /** Paths of the jars of applications' libraries, from the build. */
    private static final String JARS = "hotpix.test.jars";

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void twelveMonkeys(Jdk jdk) throws IOException {
        // Its update and progress listeners see every pass of a progressive file: those are left to stock.
        check(jdk, "twelvemonkeys", "/twelvemonkeys/", "baseline", "gray/1", "gray/3", "subsampling/422",
                "subsampling/444", "restart");
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void tiffWithJpegCompression(Jdk jdk) throws IOException {
        check(jdk, "tiff", "/none/", "baseline", "gray");
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void pdfBox(Jdk jdk) throws IOException {
        check(jdk, "pdf", "/(pdfbox|commons-logging)/", "baseline", "gray", "progressive", "subsampling/4");
    }

    private void check(Jdk jdk, String mode, String wanted, String... prefixes) throws IOException {
        Pictures made = Pictures.made(scratch.resolve("made"));
        List<String> names = made.names().stream().filter(name -> isLarge(name) && startsWith(name, prefixes))
                .collect(Collectors.toList());
        assertTrue(names.size() > 2, names::toString);
        Path list = Files.write(scratch.resolve("names"), names);
        List<Path> jars = jars(wanted);
        CompletableFuture<ForkedJvm.Result> stock = ForkedJvm.of(jdk, DelegatingApp.class).classPath(jars)
                .arguments(mode, made.folder(), list, "uncounted").start();
        ForkedJvm.Result with = ForkedJvm.of(jdk, DelegatingApp.class).classPath(jars).agent("start=sync")
                .arguments(mode, made.folder(), list, "counted").run();
        assertEquals(stock.join().lines(), with.lines());
        assertTrue(with.lines().stream().allMatch(line -> line.contains(" sha ") || line.contains("metadata")),
                with.lines()::toString);
        List<String> counts = with.stderr().stream().filter(line -> line.startsWith("redirected "))
                .collect(Collectors.toList());
        assertEquals(names.size(), counts.size());
        for (String count : counts) {
            assertTrue(!count.startsWith("redirected 0 "), counts::toString);
        }
    }

    /** The first sizes are too small to be redirected. */
    private static boolean isLarge(String name) {
        return name.endsWith("120x90.jpg") || name.endsWith("301x207.jpg");
    }

    private static boolean startsWith(String name, String... prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> jars(String pattern) {
        List<Path> jars = new ArrayList<>();
        for (String jar : System.getProperty(JARS).split(File.pathSeparator)) {
            if (jar.replace(File.separatorChar, '/').matches(".*" + pattern + ".*")) {
                jars.add(Path.of(jar));
            }
        }
        return jars;
    }
}
