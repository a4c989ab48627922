package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.app.operations.ManyOperationsApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** None of many operations of many threads is lost or counted twice. */
class ManyOperationsIT {

    private static final int THREADS = 16;
    private static final int PERIOD = 50;
    /** In all threads together. */
    private static final int OPERATIONS = Integer.getInteger("hotpix.test.operations", 1_000_000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void allAreCounted(Jdk jdk) throws IOException {
        int perThread = OPERATIONS / THREADS / PERIOD * PERIOD;
        Path report = folder.resolve("report.json");
        assertEquals(List.of("done"), ForkedJvm.of(jdk, ManyOperationsApp.class).agent("start=sync,report=" + report)
                .arguments(THREADS, perThread).run().lines());

        Map<String, Long> calls = new TreeMap<>();
        Map<String, Long> pixels = new TreeMap<>();
        for (Map<String, String> row : JsonRows.of(report, "operations")) {
            String key = row.get("operation") + " " + row.get("outcome");
            calls.merge(key, Long.parseLong(row.get("calls")), Long::sum);
            pixels.merge(key, Long.parseLong(row.get("pixels")), Long::sum);
        }
        long periods = (long) THREADS * perThread / PERIOD;
        // One file is written before the threads start.
        assertEquals(Map.of("decode ok", periods, "encode ok", periods + 1, "convert ok", 2 * periods,
                "resize ok", 46 * periods), calls);
        assertEquals(Map.of("decode ok", 16 * periods, "encode ok", 16 * (periods + 1), "convert ok", 32 * periods,
                "resize ok", (6 * 4 + 40 * 99) * periods), pixels);
    }
}
