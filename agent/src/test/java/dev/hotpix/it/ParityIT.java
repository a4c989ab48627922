package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.app.CoverageApp;
import dev.hotpix.it.app.ParityApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application sees the same images, exceptions, warnings and stream positions with the agent as without. */
class ParityIT {

    private static final String[] OPEN = {
        "--add-opens=java.desktop/java.awt.image=ALL-UNNAMED", "--add-opens=java.desktop/sun.java2d=ALL-UNNAMED"
    };

    /** Folders of files that a redirect is for. */
    private static final Set<String> ORDINARY =
            Set.of("baseline", "gray", "progressive", "subsampling", "restart", "exif-orientation");

    private static final double LEAST_REDIRECTED = 0.6;
    private static final int EVERY_PARAM = 10;
    private static final int EVERY_ASYNC = 3;

    /**
     * Files that take long are read a part a day, in turn, and the small ones every other day; set
     * {@code hotpix.test.parity} to 1 to read them all.
     */
    private static final int PARTS = Math.max(1, Integer.getInteger("hotpix.test.parity", 6));

    private static final Map<Jdk, Map<String, String>> VERDICTS = new ConcurrentHashMap<>();

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void everyFileOfTheCorpusInEveryWay(Jdk jdk) throws IOException {
        Pictures pictures = Pictures.corpusOrMade(scratch.resolve("made"));
        List<String> depths = new ArrayList<>();
        int small = 0;
        int today = (int) (LocalDate.now().toEpochDay() % PARTS);
        int others = 0;
        for (String name : pictures.names()) {
            if (pictures.isSmall(name)) {
                small++;
                if (PARTS == 1 || (small + today) % 2 == 0) {
                    depths.add(name + "\t" + (small / 2 % EVERY_PARAM == 0 ? "param" : "full"));
                }
            } else if (others++ % PARTS == today) {
                depths.add(name + "\t" + (name.startsWith("large") ? "once" : "brief"));
            }
        }
        System.err.println(depths.size() + " of " + small + " small files and " + others + " others: part " + today
                + " of " + PARTS);
        compare(jdk, pictures, depths, "start=sync");
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void filesMadeByThisJdk(Jdk jdk) throws IOException {
        Pictures pictures = Pictures.made(scratch.resolve("made"));
        List<String> depths = new ArrayList<>();
        for (String name : pictures.names()) {
            depths.add(name + "\t" + (depths.size() % EVERY_PARAM == 0 ? "param" : "full"));
        }
        compare(jdk, pictures, depths, "start=sync");
    }

    /**
     * The agent gets ready while the application is reading: results are the same before, meanwhile and after. But for
     * stack traces: the JVM does not tell the lines of a method that is woven while it runs.
     */
    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void whileTheAgentGetsReady(Jdk jdk) throws IOException {
        Pictures pictures = Pictures.corpusOrMade(scratch.resolve("made"));
        List<String> depths = new ArrayList<>();
        for (int i = 0; i < pictures.names().size(); i += EVERY_ASYNC) {
            if (pictures.isSmall(pictures.names().get(i))) {
                depths.add(pictures.names().get(i) + "\tbrief");
            }
        }
        compare(jdk, pictures, depths, "", line -> line.replaceAll(" trace [0-9a-f]+", ""));
    }

    private void compare(Jdk jdk, Pictures pictures, List<String> depths, String agentArguments) throws IOException {
        compare(jdk, pictures, depths, agentArguments, UnaryOperator.identity());
    }

    private void compare(
            Jdk jdk, Pictures pictures, List<String> depths, String agentArguments, UnaryOperator<String> visible)
            throws IOException {
        Path list = Files.write(scratch.resolve("list"), depths);
        CompletableFuture<ForkedJvm.Result> stock = child(jdk, pictures, list).start();
        List<String> with = child(jdk, pictures, list).agent(agentArguments).run().lines();
        List<String> without = stock.join().lines();
        assertTrue(without.size() >= depths.size(), "only " + without.size() + " findings");
        assertTrue(without.stream().anyMatch(line -> line.contains(" STABLE sha ")), "no image was read");
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(with.size(), without.size()); i++) {
            String stockLine = i < without.size() ? without.get(i) : "(nothing)";
            String agentLine = i < with.size() ? with.get(i) : "(nothing)";
            boolean same = visible.apply(stockLine).equals(visible.apply(agentLine));
            if (!same && !isShortOfMemory(stockLine) && !isShortOfMemory(agentLine)) {
                differences.add("- " + stockLine + "\n+ " + agentLine);
            }
        }
        System.err.println(jdk + ": " + without.size() + " findings, " + differences.size() + " differ");
        assertEquals(List.of(), differences.subList(0, Math.min(differences.size(), 20)));
    }

    /** Some damaged files declare images that fit into the heap or not as its collector happens to have come along. */
    private static boolean isShortOfMemory(String finding) {
        return finding.contains(" threw java.lang.OutOfMemoryError");
    }

    private static ForkedJvm child(Jdk jdk, Pictures pictures, Path list) {
        // G1 by name: with the serial collector, which small machines get, stock itself can hang on damaged files.
        return ForkedJvm.of(jdk, ParityApp.class).options(OPEN).options("-Xmx1g", "-XX:+UseG1GC")
                .arguments(pictures.folder(), list).limit(Duration.ofMinutes(8));
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void ordinaryFilesAreRedirected(Jdk jdk) throws IOException {
        Pictures pictures = Pictures.corpusOrMade(scratch.resolve("made"));
        Map<String, String> verdicts = verdicts(jdk, pictures);
        System.err.println(table(jdk, verdicts));
        int eligible = 0;
        int redirected = 0;
        for (Map.Entry<String, String> verdict : verdicts.entrySet()) {
            if (ORDINARY.contains(folder(verdict.getKey())) && !pictures.hasProfile(verdict.getKey())) {
                eligible++;
                redirected += verdict.getValue().equals("redirected") ? 1 : 0;
            }
        }
        assertTrue(redirected >= LEAST_REDIRECTED * eligible, redirected + " of " + eligible);
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void everyLargePhotoIsRedirectedWhereTheJdkBundlesItsDecoder(Jdk jdk) throws IOException {
        assumeTrue(jdk.bundlesLibjpeg6b(), "another decoder");
        Pictures corpus = Pictures.corpusOrMade(scratch.resolve("made"));
        List<String> large = new ArrayList<>();
        for (String name : corpus.names()) {
            if (folder(name).equals("large") && !corpus.hasProfile(name) && !corpus.is440(name)) {
                large.add(name);
            }
        }
        assumeTrue(!large.isEmpty(), "no large files");
        Map<String, String> verdicts = new TreeMap<>(verdicts(jdk, corpus));
        verdicts.keySet().retainAll(large);
        assertEquals(Set.of("redirected"), Set.copyOf(verdicts.values()), verdicts::toString);
        System.err.println(jdk + ": " + large.size() + " large files redirected");
    }

    /** Found once for all tests. */
    private Map<String, String> verdicts(Jdk jdk, Pictures pictures) throws IOException {
        Map<String, String> known = VERDICTS.get(jdk);
        if (known != null) {
            return known;
        }
        Path list = Files.write(scratch.resolve("names"), pictures.names());
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (String line : ForkedJvm.of(jdk, CoverageApp.class).agent("start=sync")
                .options("-Xmx1g", "-XX:+UseG1GC").arguments(pictures.folder(), list).run().lines()) {
            verdicts.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
        }
        assertEquals(pictures.names().size(), verdicts.size());
        VERDICTS.put(jdk, verdicts);
        return verdicts;
    }

    private static String folder(String name) {
        return Path.of(name).getName(0).toString();
    }

    private static String table(Jdk jdk, Map<String, String> verdicts) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        verdicts.forEach((name, verdict) ->
                counts.computeIfAbsent(folder(name), key -> new TreeMap<>()).merge(verdict, 1, Integer::sum));
        StringBuilder text = new StringBuilder(jdk + ": who decoded");
        counts.forEach((folder, byVerdict) -> text.append("\n  ").append(folder).append(' ').append(byVerdict));
        return text.toString();
    }
}
