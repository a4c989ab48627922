package dev.hotpix.it.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.Jdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with registries of all kinds and in every arrangement, with versions of Micrometer old and new. */
class PlainMicrometerIT {

    private static final int THREADS = 16;
    private static final int EACH = 100;
    private static final String READS = Integer.toString(THREADS * EACH);
    private static final String NEWEST = "1.17";

    @TempDir
    private Path folder;

    /** The versions, the newest in both start modes, on one JDK after the other; mostly they wait, so all at once. */
    @Test
    void everyRegistryCountsOnce() throws Exception {
        List<Jdk> jdks = Jdks.all();
        List<Run> runs = new ArrayList<>();
        try {
            for (String version : new String[] {"1.0", "1.3", "1.5", "1.9", "1.13", NEWEST}) {
                String start = version.equals("1.5") ? "async" : "sync";
                runs.add(new Run(version, start, start(version, jdks.get(runs.size() % jdks.size()), start, "")));
            }
            for (Jdk jdk : jdks) {
                runs.add(new Run(NEWEST, "async", start(NEWEST, jdk, "async", "")));
            }
            for (Run run : runs) {
                check(run.version(), run.start(), run.app().end());
            }
        } finally {
            runs.forEach(run -> run.app().close());
        }
    }

    private record Run(String version, String start, AppProcess app) {
    }

    private AppProcess start(String version, Jdk jdk, String start, String arguments) throws Exception {
        List<Path> jars = AppBuild.jars("micrometer");
        List<Path> libraries = new ArrayList<>(AppBuild.only(jars, "micrometer-core-" + version + "."));
        libraries.addAll(AppBuild.only(jars, "micrometer-commons", "micrometer-observation", "HdrH", "LatencyU"));
        libraries.add(AppBuild.compile("plain", libraries, folder.resolve("classes-" + version)));
        return AppProcess.start(jdk, folder, "start=" + start + arguments, List.of(
                "-cp", AppBuild.classPath(libraries), "app.PlainApp", Integer.toString(EACH), start));
    }

    private static void check(String version, String start, AppProcess app) throws Exception {
        for (String name : new String[] {"simple", "global", "second"}) {
            assertEquals(READS, app.value("first." + name), app::text);
        }
        for (String name : new String[] {"denied", "throwing", "taken", "closed"}) {
            assertEquals("0", app.value("first." + name), app::text);
            assertEquals("0", app.value("then." + name), app::text);
        }
        String thrice = Integer.toString(3 * THREADS * EACH);
        assertEquals(thrice, app.value("then.global"), app::text);
        assertEquals(thrice, app.value("then.second"), app::text);
        assertEquals(READS, app.value("then.late"), app::text);
        if (start.equals("sync")) {
            // Cleared after the first round, by versions that can.
            assertEquals(version.equals("1.0") ? thrice : Integer.toString(2 * THREADS * EACH),
                    app.value("then.cleared"), app::text);
        }
        assertTrue(app.value("first.tags").contains("of:simple"), app::text);
        assertTrue(app.value("first.tags").contains("of:global"), app::text);
        assertEquals("1", app.value("own"), app::text);
        assertTrue(app.value("names").contains("image.decode.percentile") || version.equals("1.0"), app::text);
        assertEquals(3, app.agentLines().size(), app::text);
        assertEquals(1, app.agentLines().stream().filter(line -> line.contains("broken timer")).count(), app::text);
        assertEquals(1, app.agentLines().stream()
                .filter(line -> line.contains("leaves meter image.decode of ")).count(), app::text);
        assertTrue(app.lines().stream().noneMatch(line -> line.contains("WARNING")), app::text);
    }

    @Test
    void pulledMetersReadTotals() throws Exception {
        try (AppProcess app = start(NEWEST, Jdks.all().get(0), "sync", ",metrics.mode=pull")) {
            app.end();
            String thrice = Integer.toString(3 * THREADS * EACH);
            assertEquals(READS, app.value("first.simple"), app::text);
            assertEquals(thrice, app.value("then.global"), app::text);
            assertEquals(thrice, app.value("then.second"), app::text);
            assertEquals("0", app.value("then.denied"), app::text);
            assertEquals("0", app.value("then.taken"), app::text);
            assertTrue(!app.value("names").contains("percentile"), app::text);
            assertEquals(2, app.agentLines().size(), app::text);
        }
    }
}
