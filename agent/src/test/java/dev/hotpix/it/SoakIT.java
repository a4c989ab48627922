package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.SoakApp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads, little memory, every collector: right results, no hang, no growth. */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoakIT {

    private static final int THREADS = 8;

    private static final int SECONDS = Integer.getInteger("hotpix.test.soak", 4);

    /** Some collectors have their turn only then. */
    private static final int LONG_RUN = 20;

    /** Beyond this a leak is likelier than the allocator's arenas, of which each thread may get one. */
    private static final long MOST_GROWTH_KB = 24 * 1024;

    private Path folder;

    static List<Arguments> jdksAndCollectors() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : Jdks.all()) {
            for (String collector : new String[] {"G1", "Serial", "Parallel", "Z"}) {
                all.add(Arguments.of(jdk, collector));
            }
            if (SECONDS >= LONG_RUN && has(jdk, "Shenandoah")) {
                all.add(Arguments.of(jdk, "Shenandoah"));
            }
        }
        return all;
    }

    private static boolean has(Jdk jdk, String collector) throws IOException {
        Process process = new ProcessBuilder(
                jdk.home().resolve("bin/java").toString(), "-XX:+Use" + collector + "GC", "-version")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.onExit().join().exitValue() == 0;
    }

    @BeforeAll
    void writeFiles(@TempDir Path scratch) throws IOException {
        folder = scratch;
        int[][] sizes = {{64, 48}, {640, 480}, {1500, 1000}, {2300, 1700}};
        for (int[] size : sizes) {
            BufferedImage colour = MadePictures.picture(size[0], size[1], BufferedImage.TYPE_3BYTE_BGR);
            Files.write(folder.resolve("baseline-" + size[0]), MadePictures.jpeg(colour, false, 2, 2, 0));
            if (size[0] < 2000) {
                Files.write(folder.resolve("progressive-" + size[0]), MadePictures.jpeg(colour, true, 2, 2, 0));
                Files.write(folder.resolve("restart-" + size[0]), MadePictures.jpeg(colour, false, 2, 1, 5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("jdksAndCollectors")
    void manyThreads(Jdk jdk, String collector) {
        // Eight images of up to 12 MB at once, with room to spare; more for those that collect while they are made.
        String heap = collector.equals("Z") || collector.equals("Shenandoah") ? "512m" : "256m";
        // C1 only: C2 once took 80 MB for a compilation in the midst of a run, which malloc then kept resident.
        // One native heap arena for all: with one per thread, resident memory depends on which thread decoded what.
        List<String> lines = ForkedJvm.of(jdk, SoakApp.class).agent("start=sync")
                .options("-XX:+Use" + collector + "GC", "-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch",
                        "-XX:TieredStopAtLevel=1")
                .environment("MALLOC_ARENA_MAX", "1")
                .arguments(folder, SECONDS, THREADS, "agent")
                .limit(Duration.ofSeconds(90 + 2L * SECONDS)).run().lines();
        Map<String, Long> figures = lines.stream().map(line -> line.split(" "))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
        System.err.println(jdk + " " + collector + " " + figures);
        assertEquals(0, figures.get("wrong"));
        assertTrue(figures.get("redirected") > figures.get("decodes") * 0.8, figures::toString);
        assertTrue(figures.get("encoded") > figures.get("encodes") * 0.8, figures::toString);
        long growth = figures.get("end-kB") - figures.get("warm-kB");
        assertTrue(growth < MOST_GROWTH_KB, "resident memory grew by " + growth + " kB");
    }
}
