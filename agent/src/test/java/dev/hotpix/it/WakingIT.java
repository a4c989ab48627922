package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.operations.WakingApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that never touches {@code javax.imageio} is measured too, but left alone while it starts. */
class WakingIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";
    private static final long LONG_MILLIS = 60_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(JDKS)
    void theAgentWakes(Jdk jdk) throws IOException {
        Map<String, String> operations =
                Map.of("draw", "resize java2d", "toolkit", "decode toolkit", "scale", "resize toolkit");
        Map<String, CompletableFuture<ForkedJvm.Result>> children = new TreeMap<>();
        for (String use : operations.keySet()) {
            children.put(use, ForkedJvm.of(jdk, WakingApp.class).agent("report=" + report(use))
                    .arguments(use, LONG_MILLIS).start());
        }
        for (String use : operations.keySet()) {
            assertEquals(List.of("awake"), children.get(use).join().lines(), use);
            Set<String> seen = JsonRows.of(report(use), "operations").stream()
                    .map(row -> row.get("operation") + " " + row.get("api")).collect(Collectors.toSet());
            assertEquals(Set.of(operations.get(use)), seen, use);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void aShortDrawingProgramIsLeftAlone(Jdk jdk) {
        ForkedJvm.Result child = ForkedJvm.of(jdk, WakingApp.class).agent("").arguments("draw", 1).run();
        assertEquals(List.of("asleep"), child.lines());
        assertTrue(child.stderr().isEmpty(), () -> child.stderr().toString());
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void whatIsSwitchedOffIsNotWoven(Jdk jdk) throws IOException {
        Map<String, String> targets = Map.of("draw", "java2d", "toolkit", "toolkit", "scale", "toolkit");
        Map<String, CompletableFuture<ForkedJvm.Result>> children = new TreeMap<>();
        targets.forEach((use, target) -> children.put(use, ForkedJvm.of(jdk, WakingApp.class)
                .agent("start=sync,instrument." + target + "=false,report=" + report(use))
                .arguments(use, LONG_MILLIS).start()));
        for (String use : targets.keySet()) {
            children.get(use).join().lines();
            assertEquals(List.of(), JsonRows.of(report(use), "operations"), use);
        }
    }

    private Path report(String use) {
        return folder.resolve(use + ".json");
    }
}
