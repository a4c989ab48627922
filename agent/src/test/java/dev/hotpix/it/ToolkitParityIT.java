package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.ToolkitApp;
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

/** Toolkit, {@code ImageIcon} and their consumers see the same calls with the agent as without. */
class ToolkitParityIT {

    private static final int EVERY = 4;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void consumersSeeTheSameCalls(Jdk jdk) throws IOException {
        compare(jdk, Pictures.made(scratch.resolve("made")), 1);
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void filesOfTheCorpus(Jdk jdk) throws IOException {
        compare(jdk, Pictures.corpusOrMade(scratch.resolve("made")), EVERY);
    }

    private void compare(Jdk jdk, Pictures pictures, int every) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pictures.names().size(); i += every) {
            if (pictures.isSmall(pictures.names().get(i))) {
                names.add(pictures.names().get(i));
            }
        }
        Path list = Files.write(scratch.resolve("list"), names);
        CompletableFuture<ForkedJvm.Result> stock = child(jdk, pictures, list).start();
        List<String> with = child(jdk, pictures, list).agent("start=sync")
                .property("hotpixtest.counts", true).run().lines();
        List<String> seen = with.stream().filter(line -> !line.startsWith("#")).collect(Collectors.toList());
        List<String> without = stock.join().lines();
        for (int i = 0; i < Math.min(seen.size(), without.size()); i++) {
            assertEquals(without.get(i), seen.get(i));
        }
        assertEquals(without.size(), seen.size());
        String counts = with.get(with.size() - 1);
        int redirected = Integer.parseInt(counts.substring(counts.lastIndexOf(' ') + 1));
        System.err.println(jdk + ": " + without.size() + " findings, " + redirected + " loads redirected");
        assertTrue(redirected > names.size(), counts);
    }

    private static ForkedJvm child(Jdk jdk, Pictures pictures, Path list) {
        // G1 by name: with the serial collector stock itself can hang on damaged files.
        return ForkedJvm.of(jdk, ToolkitApp.class).options("-Xmx1g", "-XX:+UseG1GC")
                .arguments(pictures.folder(), list);
    }
}
