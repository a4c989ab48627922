package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.EncodeParityApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random encodes give the same bytes, exceptions and events with the agent as without. */
class EncodeParityIT {

    /** So that a child that dies takes few results along, and long runs stay within their time limit. */
    private static final int PER_CHILD = 5_000;

    private static final double LEAST_REDIRECTED = 0.5;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void randomEncodes(Jdk jdk) {
        long from = Long.getLong("hotpix.test.encode.first", 0);
        long count = Long.getLong("hotpix.test.encode", 600);
        List<String> differences = new ArrayList<>();
        long redirected = 0;
        for (long first = from; first < from + count; first += PER_CHILD) {
            long stop = Math.min(from + count, first + PER_CHILD);
            CompletableFuture<ForkedJvm.Result> stock = child(jdk, first, stop).start();
            List<String> with = new ArrayList<>(
                    child(jdk, first, stop).arguments("agent").agent("start=sync").run().lines());
            List<String> without = stock.join().lines();
            String counts = with.remove(with.size() - 1);
            System.err.println(jdk + ": " + first + " to " + stop + ": " + counts);
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

    private static ForkedJvm child(Jdk jdk, long first, long stop) {
        return ForkedJvm.of(jdk, EncodeParityApp.class).options("-Xmx512m").arguments(first, stop)
                .limit(Duration.ofMinutes(9));
    }
}
