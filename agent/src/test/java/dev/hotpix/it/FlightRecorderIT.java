package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.FlightRecordingApp;
import dev.hotpix.it.app.RecordedEvents;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings of Flight Recorder, however started, hold every operation that they were to hold, and no other. */
class FlightRecorderIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";
    private static final int ROUNDS = 25;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final String THRESHOLDS = ",+hotpix.ImageDecode#threshold=0ms,+hotpix.ImageEncode#threshold=0ms"
            + ",+hotpix.ImageResize#threshold=0ms,+hotpix.ImageConvert#threshold=0ms";

    @TempDir
    private Path folder;

    /** As {@link RecordedEvents} prints it. */
    private record Event(
            String name, String format, String api, String engine, String outcome, long pixels, long nanos,
            long selfNanos, String site, Set<String> stack) {

        static Event parse(String line) {
            String[] cells = line.split("\t", -1);
            return new Event(cells[1], cells[2], cells[3], cells[4], cells[5], Long.parseLong(cells[6]),
                    Long.parseLong(cells[8]), Long.parseLong(cells[9]), cells[10], Set.of(cells[11].split(",")));
        }

        String kind() {
            return name + " " + format + " " + outcome;
        }
    }

    @BeforeEach
    void pictures() throws IOException {
        Files.write(folder.resolve("picture.jpeg"), MadePictures.encode(
                MadePictures.picture(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), "jpeg"));
        Files.write(folder.resolve("tiny.gif"), MadePictures.encode(
                MadePictures.picture(4, 4, BufferedImage.TYPE_3BYTE_BGR), "gif"));
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void anApplicationsOwnRecording(Jdk jdk) {
        run(jdk, "own", "start=sync");
        checkAll(read(jdk));
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void aRecordingFromTheCommandLine(Jdk jdk) {
        run(jdk, "flag", "start=sync",
                "-XX:StartFlightRecording=filename=" + folder.resolve("recording.jfr") + THRESHOLDS);
        checkAll(read(jdk));
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void aRecordingOfARunningApplication(Jdk jdk) {
        run(jdk, "jcmd", "start=async");
        checkAll(read(jdk));
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void theThresholdIsAMillisecond(Jdk jdk) {
        assertEquals(List.of("1 ms", "1 ms", "1 ms", "1 ms"), run(jdk, "default", "start=sync"));
        List<Event> events = events(read(jdk));
        for (Event event : events) {
            assertTrue(event.nanos() >= 1_000_000, event::toString);
            // An event that is long because its thread had to wait at its end is of a shorter operation: a sampled one.
            assertTrue(event.site().equals("null") ? event.selfNanos() < 1_000_000
                    : event.site().startsWith(FlightRecordingApp.class.getName() + "."), event::toString);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void eventsThatARecordingDoesNotWant(Jdk jdk) {
        run(jdk, "disabled", "start=sync");
        assertEquals(List.of(), events(read(jdk)));
    }

    /** Flight Recorder is not started, and no class of the agent is loaded that would load one of its. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void noRecordingNoCost(Jdk jdk) throws IOException {
        Path loaded = folder.resolve("loaded.txt");
        run(jdk, "none", "start=async", "-Xlog:class+load:file=" + loaded);
        List<String> lines = Files.readAllLines(loaded);
        assertTrue(lines.stream().anyMatch(line -> line.contains("dev.hotpix.agent.FlightRecorderWatch")));
        assertEquals(List.of(), lines.stream()
                .filter(line -> line.contains(" jdk.jfr.internal.PlatformRecorder ") || line.contains(" jdk.jfr.Event ")
                        || line.contains("dev.hotpix.publish.jfr."))
                .collect(Collectors.toList()));
    }

    private List<String> run(Jdk jdk, String mode, String agentArguments, String... options) {
        ForkedJvm.Result result = ForkedJvm.of(jdk, FlightRecordingApp.class).agent(agentArguments).options(options)
                .arguments(mode, folder, ROUNDS).run();
        List<String> ours = result.stderr().stream().filter(line -> line.startsWith("[hotpix]")).toList();
        assertEquals(1, ours.size(), ours::toString);
        return result.lines();
    }

    private List<String> read(Jdk jdk) {
        return ForkedJvm.of(jdk, RecordedEvents.class).arguments(folder.resolve("recording.jfr")).run().lines();
    }

    private static List<Event> events(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("event\t")).map(Event::parse).toList();
    }

    private static void checkAll(List<String> lines) {
        List<Event> events = events(lines);
        assertEquals(new TreeMap<>(Map.of(
                "hotpix.ImageDecode gif ok", (long) ROUNDS,
                "hotpix.ImageDecode jpeg ok", (long) FlightRecordingApp.THREADS * ROUNDS,
                "hotpix.ImageDecode jpeg error", 1L,
                "hotpix.ImageEncode png ok", (long) ROUNDS,
                "hotpix.ImageResize unknown ok", (long) ROUNDS,
                "hotpix.ImageConvert unknown ok", (long) ROUNDS)),
                events.stream().collect(Collectors.groupingBy(Event::kind, TreeMap::new, Collectors.counting())));
        for (Event event : events) {
            boolean pixelsOnly = event.format().equals("unknown");
            assertEquals(pixelsOnly ? "java2d" : "imageio", event.api());
            assertTrue(event.nanos() > 0 && event.selfNanos() > 0, event::toString);
            assertTrue(event.stack().contains(FlightRecordingApp.class.getName()), event::toString);
            if (event.kind().endsWith("jpeg ok")) {
                assertEquals((long) WIDTH * HEIGHT, event.pixels());
            }
        }
        assertTrue(events.stream().anyMatch(event -> event.engine().equals("libjpeg-turbo")), events::toString);
        checkTypes(lines);
    }

    private static void checkTypes(List<String> lines) {
        List<String> labels = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split("\t");
            if (cells[0].equals("type")) {
                labels.add(cells[1] + " " + cells[2] + " " + cells[3]);
                assertTrue(cells[4].startsWith("An image was "), line);
            }
        }
        labels.sort(null);
        assertEquals(List.of("hotpix.ImageConvert Image Convert [Java Application, Image]",
                "hotpix.ImageDecode Image Decode [Java Application, Image]",
                "hotpix.ImageEncode Image Encode [Java Application, Image]",
                "hotpix.ImageResize Image Resize [Java Application, Image]"), labels);
    }
}
