package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.app.SweepApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Systematically made files in every way of reading. By default a few of the corpus; with {@code hotpix.sweep.files}
 * those below a folder (its {@code gen.py} makes some), for {@code hotpix.sweep.minutes} for each JDK, part
 * {@code hotpix.sweep.part} of {@code hotpix.sweep.parts}, from where the last run has stopped, if
 * {@code hotpix.sweep.state} names a folder.
 */
class SweepIT {

    private static final int SECONDS = 3;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void sameAsStockInEveryWay(Jdk jdk) throws IOException {
        Path files = Path.of(System.getProperty("hotpix.sweep.files", System.getProperty("hotpix.corpus", "none")));
        assumeTrue(Files.isDirectory(files), "no corpus, and no hotpix.sweep.files");
        int part = Integer.getInteger("hotpix.sweep.part", 0);
        String kept = System.getProperty("hotpix.sweep.state");
        Path folder = Files.createDirectories(kept == null ? scratch : Path.of(kept));
        Path state = folder.resolve(jdk.feature() + "-" + part + ".state");
        long seconds = Math.max(SECONDS, 60 * Long.getLong("hotpix.sweep.minutes", 0));
        List<String> lines = ForkedJvm.of(jdk, SweepApp.class).options("-Xmx1g", "-XX:+UseG1GC",
                "--add-opens=java.desktop/java.awt.image=ALL-UNNAMED", "--add-opens=java.desktop/sun.java2d=ALL-UNNAMED")
                .agent("start=sync")
                .arguments(files, state, part, Integer.getInteger("hotpix.sweep.parts", 1), seconds)
                .limit(Duration.ofSeconds(180 + 2 * seconds)).run().lines();
        String sums = lines.get(lines.size() - 1);
        System.err.println(jdk + ": " + sums);
        assertEquals(List.of(sums), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        assertTrue(sums.contains(" redirected ") && !sums.contains(" redirected 0 "), sums);
    }
}
