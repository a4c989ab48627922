package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.app.MemoryGrowthApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decodes of good and damaged files, {@code hotpix.test.memory} for each JDK, leave no memory behind. */
class MemoryGrowthIT {

    /** What a JVM still compiles and loads; half of the decoders, if they were not freed, would take more. */
    private static final long MOST_KILOBYTES = 64 << 10;
    private static final Pattern GROWTH =
            Pattern.compile(".* redirected [1-9]\\d* .*resident growth (-?\\d+) committed growth (-?\\d+)");

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void goodAndDamagedFiles(Jdk jdk) throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "no /proc");
        Pictures made = Pictures.made(scratch);
        List<String> names = made.names().stream().filter(name -> name.endsWith(".jpg")).collect(Collectors.toList());
        Path list = Files.write(scratch.resolve("names"), names);
        long decodes = Long.getLong("hotpix.test.memory", 1500);
        // The heap is there from the start, and counts as resident as a whole.
        String line = ForkedJvm.of(jdk, MemoryGrowthApp.class)
                .options("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch", "-XX:+UseG1GC",
                        "-XX:NativeMemoryTracking=summary")
                .agent("start=sync").arguments(made.folder(), list, decodes)
                .limit(Duration.ofSeconds(120 + decodes / 20)).run().lines().get(0);
        System.err.println(jdk + ": " + line);
        Matcher growth = GROWTH.matcher(line);
        assertTrue(growth.matches(), line);
        assertTrue(Long.parseLong(growth.group(1)) < MOST_KILOBYTES, line);
        assertTrue(Long.parseLong(growth.group(2)) < MOST_KILOBYTES, line);
    }
}
