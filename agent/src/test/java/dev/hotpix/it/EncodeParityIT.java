package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.EncodeParityApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random encodes, and pictures that were read from files, give the same bytes, exceptions and events with the agent as without. */
class EncodeParityIT {

    /** So that a child that dies takes few results along, and long runs stay within their time limit. */
    private static final int PER_CHILD = 5_000;

    private static final double LEAST_REDIRECTED = 0.5;

    /** Of the corpus; a long run takes all files. */
    private static final int EVERY_FILE = 12;
    private static final long LONG_RUN = 10_000;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void randomEncodesAndFilesThatWereRead(Jdk jdk) throws IOException {
        long from = Long.getLong("hotpix.test.encode.first", 0);
        long count = Long.getLong("hotpix.test.encode", 600);
        Pictures pictures = Pictures.corpusOrMade(scratch.resolve("made"));
        Path list = Files.write(scratch.resolve("list"), files(pictures, count >= LONG_RUN));
        Path nothing = Files.write(scratch.resolve("nothing"), List.of());
        List<String> differences = new ArrayList<>();
        long redirected = 0;
        for (long first = from; first < from + count; first += PER_CHILD) {
            long stop = Math.min(from + count, first + PER_CHILD);
            Object[] arguments = {first, stop, pictures.folder(), first == from ? list : nothing};
            CompletableFuture<ForkedJvm.Result> stock = child(jdk, arguments).start();
            List<String> with = new ArrayList<>(
                    child(jdk, arguments).arguments("agent").agent("start=sync,verify=0.1").run().lines());
            List<String> without = stock.join().lines();
            String counts = with.remove(with.size() - 1);
            System.err.println(jdk + ": " + first + " to " + stop + ": " + counts);
            assertTrue(counts.contains("verified {equal=") && counts.endsWith("switched off 0 on 1"), counts);
            redirected += Long.parseLong(counts.split(" ")[1]);
            assertEquals(without.size(), with.size());
            for (int i = 0; i < with.size(); i++) {
                if (!with.get(i).equals(without.get(i))) {
                    differences.add("- " + without.get(i) + "\n+ " + with.get(i));
                }
            }
        }
        System.err.println(jdk + ": " + count + " random encodes, " + differences.size() + " differ");
        assertEquals(List.of(), differences.subList(0, Math.min(differences.size(), 20)));
        assertTrue(redirected >= count * LEAST_REDIRECTED, redirected + " redirected");
    }

    private static List<String> files(Pictures pictures, boolean all) throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < pictures.names().size(); i += all ? 1 : EVERY_FILE) {
            String name = pictures.names().get(i);
            if (all || pictures.isSmall(name)) {
                files.add(name);
            }
        }
        return files;
    }

    private static ForkedJvm child(Jdk jdk, Object... arguments) {
        return ForkedJvm.of(jdk, EncodeParityApp.class).options("-Xmx1g", "-XX:-OmitStackTraceInFastThrow")
                .arguments(arguments)
                .limit(Duration.ofMinutes(9));
    }
}
