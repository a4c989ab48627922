package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.FuzzApp;
import dev.hotpix.it.app.Mutation;
import dev.hotpix.it.app.SwitchedFuzzApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files give the same picture or the same exception with the agent as without; so the audit finds, too. */
class FuzzParityIT {

    private static final int MOST_BYTES = 40_000;
    private static final int FEW_BYTES = 6_000;
    private static final int SECONDS = 4;
    private static final Path FAILURES = Path.of("target", "fuzz-failures");
    /** So that a child that dies takes few results along, and long runs stay within their time limit. */
    private static final int PER_CHILD = 5_000;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void damagedFiles(Jdk jdk) throws IOException {
        Path folder = scratch.resolve("files");
        List<String> names = files(folder, MOST_BYTES);
        Path list = Files.write(scratch.resolve("names"), names);
        long count = Long.getLong("hotpix.test.fuzz", 200);
        TreeSet<Long> failed = new TreeSet<>();
        List<String> differences = new ArrayList<>();
        int pictures = 0;
        for (long first = 0; first < count; first += PER_CHILD) {
            long stop = Math.min(count, first + PER_CHILD);
            CompletableFuture<ForkedJvm.Result> stock = child(jdk, folder, list, first, stop).start();
            ForkedJvm.Result redirected = child(jdk, folder, list, first, stop).agent("start=sync,verify=1").run();
            List<String> with = redirected.lines();
            List<String> without = stock.join().lines();
            assertEquals(without.size(), with.size());
            assertEquals(List.of(), redirected.stderr().stream().filter(line -> line.contains(" switches ")).collect(
                    Collectors.toList()), "the audit agrees");
            for (int i = 0; i < with.size(); i++) {
                pictures += without.get(i).contains(" sha ") ? 1 : 0;
                if (!with.get(i).equals(without.get(i))) {
                    failed.add(Long.parseLong(with.get(i).substring(0, with.get(i).indexOf(' '))));
                    differences.add("- " + without.get(i) + "\n+ " + with.get(i));
                }
            }
        }
        System.err.println(
                jdk + ": " + count + " damaged files, " + pictures + " pictures, " + failed.size() + " differ");
        for (long seed : failed) {
            keep(jdk, seed, folder, names);
        }
        assertEquals(List.of(), differences.subList(0, Math.min(differences.size(), 20)));
    }

    /**
     * Many more in the same time, in one JVM: {@code hotpix.fuzz.minutes} for each JDK, from where the last run has
     * stopped, if {@code hotpix.fuzz.state} names a folder.
     */
    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void smallDamagedFilesInOneJvm(Jdk jdk) throws IOException {
        Path folder = scratch.resolve("files");
        Path list = Files.write(scratch.resolve("names"), files(folder, FEW_BYTES));
        String kept = System.getProperty("hotpix.fuzz.state");
        Path state = Files.createDirectories(kept == null ? scratch.resolve("state") : Path.of(kept));
        long seconds = Math.max(SECONDS, 60 * Long.getLong("hotpix.fuzz.minutes", 0));
        List<String> lines = ForkedJvm.of(jdk, SwitchedFuzzApp.class).options("-Xmx512m", "-XX:+UseG1GC",
                "--add-opens=java.desktop/java.awt.image=ALL-UNNAMED", "--add-opens=java.desktop/sun.java2d=ALL-UNNAMED")
                .agent("start=sync").arguments(folder, list, state.resolve(jdk.feature() + ".state"), 0, Long.MAX_VALUE,
                        seconds).limit(Duration.ofSeconds(180 + 2 * seconds)).run().lines();
        String sums = lines.get(lines.size() - 1);
        System.err.println(jdk + ": " + sums);
        assertEquals(List.of(sums), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        assertTrue(sums.contains(" redirected ") && !sums.contains(" redirected 0 "), sums);
    }

    private List<String> files(Path folder, int mostBytes) throws IOException {
        List<String> names = new ArrayList<>();
        copy(Pictures.made(scratch.resolve("made")), folder, mostBytes, names);
        if (Files.isDirectory(Path.of(System.getProperty("hotpix.corpus", "none")))) {
            copy(Pictures.corpusOrMade(scratch), folder, mostBytes, names);
        }
        return names;
    }

    private static ForkedJvm child(Jdk jdk, Path folder, Path list, long first, long stop) {
        // G1 by name: with the serial collector stock itself can hang on damaged files.
        return ForkedJvm.of(jdk, FuzzApp.class).options("-Xmx512m", "-XX:+UseG1GC")
                .arguments(folder, list, first, stop).limit(Duration.ofMinutes(4));
    }

    private static void copy(Pictures from, Path folder, int mostBytes, List<String> names) throws IOException {
        for (String name : from.names()) {
            Path file = from.folder().resolve(name);
            String last = name.substring(name.lastIndexOf('.') + 1);
            if (Files.size(file) > 0 && Files.size(file) < mostBytes && last.equals("jpg")) {
                String copy = names.size() + "-" + file.getFileName();
                Files.createDirectories(folder);
                Files.copy(file, folder.resolve(copy));
                names.add(copy);
            }
        }
    }

    private static void keep(Jdk jdk, long seed, Path folder, List<String> names) throws IOException {
        String name = names.get((int) (seed % names.size()));
        Path kept = Files.createDirectories(FAILURES).resolve(jdk.feature() + "-" + seed + "-" + name);
        Files.write(kept, Mutation.of(Files.readAllBytes(folder.resolve(name)), seed));
        System.err.println("seed " + seed + " differs on " + jdk + ": " + kept.toAbsolutePath());
    }
}
