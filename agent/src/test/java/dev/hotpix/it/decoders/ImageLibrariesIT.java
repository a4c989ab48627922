package dev.hotpix.it.decoders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.ForkedJvm;
import dev.hotpix.it.Jdk;
import dev.hotpix.it.JsonRows;
import dev.hotpix.it.micrometer.AppBuild;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real calls of real libraries, all in one JVM: each is counted once, with its pixels, bytes and tags, and with a time
 * that a clock around the calls agrees with.
 */
class ImageLibrariesIT {

    private static final int ROUNDS = Integer.getInteger("hotpix.test.rounds", 3);
    private static final List<String> USES =
            List.of("OpenCvUse", "JavaCvUse", "SkijaUse", "StbUse", "WebPUse", "JavaFxUse", "DjlUse");

    /** As Debian packs them; nowhere to be had as an artifact. */
    private static final Path TURBO_JPEG = Path.of("/usr/share/java/turbojpeg.jar");
    private static final Path TURBO_JPEG_NATIVE = Path.of("/usr/lib/x86_64-linux-gnu/libturbojpeg.so.0");

    /** Of a shorter call, in nanoseconds, too much may be spent outside of what is measured. */
    private static final long LEAST_COMPARED = 2_000_000;
    private static final double LEAST_PART = 0.3;

    @TempDir
    private static Path folder;

    private static final List<Path> CLASS_PATH = new ArrayList<>();
    private static final List<String> ARGUMENTS = new ArrayList<>();

    /** What one kind of operation comes to. */
    private static final class Sum {
        private long calls;
        private long pixels;
        private long bytes;
        private boolean anyBytes;
        private long nanos;
        private long leastNanos = Long.MAX_VALUE;

        private String counts(boolean withBytes) {
            return calls + " calls, " + pixels + " pixels" + (withBytes ? ", " + bytes + " bytes" : "");
        }
    }

    @BeforeAll
    static void makeApplication() throws IOException {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64"),
                "the libraries' native parts are for Linux on x86-64");
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 640 * 480; i++) {
            picture.setRGB(i % 640, i / 640, i % 640 * 255 / 640 << 16 | i / 640 * 255 / 480 << 8 | i * 31 & 0x3f);
        }
        for (String format : new String[] {"jpeg", "png", "bmp"}) {
            ImageIO.write(picture, format, folder.resolve("picture." + format).toFile());
        }
        List<Path> jars = AppBuild.jars("decoders");
        Path classes = AppBuild.compile("decoders", jars, folder.resolve("classes"));
        CLASS_PATH.add(classes);
        CLASS_PATH.addAll(jars);
        ARGUMENTS.addAll(USES);
        if (Files.exists(TURBO_JPEG) && Files.exists(TURBO_JPEG_NATIVE)) {
            List<Path> with = new ArrayList<>(CLASS_PATH);
            with.add(TURBO_JPEG);
            CLASS_PATH.add(AppBuild.compile("decoders-turbojpeg", with, folder.resolve("turbojpeg-classes")));
            CLASS_PATH.add(TURBO_JPEG);
            Files.createSymbolicLink(Files.createDirectory(folder.resolve("native")).resolve("libturbojpeg.so"),
                    TURBO_JPEG_NATIVE);
            ARGUMENTS.add("TurboJpegUse");
        } else {
            System.err.println("libjpeg-turbo's own Java API is not tested: apt-get install libturbojpeg-java");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void eachCallIsCountedOnceWithWhatItDid(Jdk jdk) throws IOException {
        Map<String, Sum> measured = check(jdk, "start=sync", ARGUMENTS);
        assertTrue(measured.keySet().stream().anyMatch(operation -> operation.endsWith(" lazy")));
    }

    /** The library's class is loaded, and its native methods wrapped, before there is anything to weave with. */
    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void aLibraryWakesTheAgent(Jdk jdk) throws IOException {
        check(jdk, "start=async", List.of("WakeUse", "JavaCvUse"));
    }

    private static Map<String, Sum> check(Jdk jdk, String start, List<String> uses) throws IOException {
        Path report = folder.resolve("report.json");
        List<String> lines = ForkedJvm.of(jdk, "DecodersApp").classPath(CLASS_PATH)
                .property("org.bytedeco.javacpp.cachedir", folder.resolve("javacpp"))
                .property("javafx.cachedir", folder.resolve("javafx"))
                .property("org.lwjgl.system.SharedLibraryExtractPath", folder.resolve("lwjgl"))
                .property("java.library.path", folder.resolve("native"))
                .agent(start + ",redirect=false,report=" + report)
                .arguments(folder, ROUNDS).arguments(uses.toArray()).limit(Duration.ofMinutes(3)).run().lines();
        Map<String, Sum> expected = expected(lines);
        Map<String, Sum> measured = measured(report);

        assertTrue(lines.contains("done"), lines::toString);
        assertEquals(expected.keySet(), measured.keySet());
        for (String operation : expected.keySet()) {
            Sum wanted = expected.get(operation);
            Sum found = measured.get(operation);
            assertEquals(wanted.counts(!wanted.anyBytes), found.counts(!wanted.anyBytes), operation);
            assertTrue(found.nanos <= wanted.nanos,
                    () -> operation + ": " + found.nanos + " ns measured in " + wanted.nanos);
            assertTrue(wanted.leastNanos < LEAST_COMPARED
                    || found.nanos / found.calls >= LEAST_PART * wanted.leastNanos,
                    () -> operation + ": " + found.nanos + " ns measured, one call took " + wanted.leastNanos);
        }
        return measured;
    }

    /**
     * Line: "expected", operation, format, api, engine, outcome, calls, pixels, bytes, nanoseconds of all calls and of
     * the shortest.
     */
    private static Map<String, Sum> expected(List<String> lines) {
        Map<String, Sum> sums = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words[0].equals("expected")) {
                Sum sum = sums.computeIfAbsent(String.join(" ", List.of(words).subList(1, 6)), any -> new Sum());
                sum.calls += Long.parseLong(words[6]);
                sum.pixels += Long.parseLong(words[7]);
                sum.anyBytes |= words[8].equals("-1");
                sum.bytes += Long.parseLong(words[8]);
                sum.nanos += Long.parseLong(words[9]);
                sum.leastNanos = Math.min(sum.leastNanos, Long.parseLong(words[10]));
            }
        }
        return sums;
    }

    private static Map<String, Sum> measured(Path report) throws IOException {
        Map<String, Sum> sums = new TreeMap<>();
        for (Map<String, String> row : JsonRows.of(report, "operations")) {
            Sum sum = new Sum();
            sum.calls = Long.parseLong(row.get("calls"));
            sum.pixels = Long.parseLong(row.get("pixels"));
            sum.bytes = Long.parseLong(row.get("bytes"));
            sum.nanos = Long.parseLong(row.get("totalNanos"));
            sums.put(String.join(" ", row.get("operation"), row.get("format"), row.get("api"), row.get("engine"),
                    row.get("outcome")), sum);
        }
        return sums;
    }
}
