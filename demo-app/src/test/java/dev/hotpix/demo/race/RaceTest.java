package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.demo.workload.Job;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private final FakeContestant stock = new FakeContestant("stock", 8, log);

    @BeforeEach
    void twoFiles() throws IOException {
        Files.createFile(folder.resolve("a.jpg"));
        Files.createFile(folder.resolve("b.jpg"));
    }

    @Test
    void roundsInterleaveAndTakeTurns() throws Exception {
        List<FileResult> results = race(new FakeContestant("Hotpix", 2, log), 2);
        List<String> timed = log.subList(log.size() - 8, log.size());
        // 60 ms of wall clock at 16 and 4 ms each.
        assertEquals(
                List.of("Hotpix a.jpg x15", "stock a.jpg x4", "stock b.jpg x4", "Hotpix b.jpg x15",
                        "stock a.jpg x4", "Hotpix a.jpg x15", "Hotpix b.jpg x15", "stock b.jpg x4"),
                timed);
        assertEquals(8, results.get(0).stockMillis(), 1e-9);
        assertEquals(2, results.get(0).rivalMillis(), 1e-9);
        assertEquals(4, results.get(0).cpuRatio(), 1e-9);
        assertEquals(0.5, results.get(0).megapixels(), 1e-9);
    }

    @Test
    void warmsUpBothBeforeTiming() throws Exception {
        race(new FakeContestant("Hotpix", 2, log), 1);
        assertTrue(log.stream().filter("stock a.jpg x1"::equals).count() > 20, log.toString());
        assertTrue(log.stream().filter("Hotpix a.jpg x1"::equals).count() > 20, log.toString());
    }

    @Test
    void largeFilesDecodeOncePerRound() throws Exception {
        FakeContestant slow = new FakeContestant("Hotpix", 100, log);
        race(slow, 3);
        assertEquals(2 * (1 + 3), log.stream().filter(line -> line.startsWith("Hotpix")).count());
    }

    @Test
    void differentPixelsAreFound() throws Exception {
        List<FileResult> results = race(new FakeContestant("Hotpix", 2, log) {
            @Override
            public String digest(int index) {
                return index == 0 ? super.digest(index) : "image abd 1000x500 type=5";
            }
        }, 1);
        assertTrue(results.get(0).identical());
        assertFalse(results.get(1).identical());
        assertFalse(new RaceReport(Job.DECODE, "stock", "Hotpix", results).allIdentical());
    }

    @Test
    void filesThatFailAreComparedOnly() throws Exception {
        List<FileResult> results = race(new FakeContestant("Hotpix", 2, log) {
            @Override
            public Optional<Timing> run(int index, int repeat) {
                return index == 0 ? Optional.empty() : super.run(index, repeat);
            }
        }, 1);
        assertFalse(results.get(0).timed());
        assertTrue(results.get(1).timed());
    }

    @Test
    void engineFollowsTheAgentsCounters() throws Exception {
        List<FileResult> results = race(new FakeContestant("Hotpix", 2, log) {
            private int redirected;

            @Override
            public Optional<Timing> run(int index, int repeat) {
                redirected += index == 0 ? 1 : 0;
                return super.run(index, repeat);
            }

            @Override
            public String digest(int index) {
                redirected += index == 0 ? 1 : 0;
                return super.digest(index);
            }

            @Override
            public String mbean(String name, String attribute) {
                assertEquals("dev.hotpix:type=Agent", name);
                return attribute.equals("LastFallbackReason") ? "layout" : Integer.toString(redirected);
            }
        }, 1);
        assertEquals("libjpeg-turbo", results.get(0).engine());
        assertEquals("stock (layout)", results.get(1).engine());
        assertEquals("?", race(new FakeContestant("Hotpix", 2, log), 1).get(0).engine());
    }

    @Test
    void stepsOfAThumbnailAreNamed() throws Exception {
        Engine engine = new Engine(Job.THUMBNAIL);
        FakeContestant agent = new FakeContestant("Hotpix", 2, log) {
            @Override
            public String mbean(String name, String attribute) {
                return attribute.equals("RedirectedResizes") ? "3" : "7";
            }
        };
        assertEquals("7 3 7", engine.counts(agent));
        assertEquals("decode+encode", engine.since("6 3 5", agent));
        assertEquals("stock", engine.since("7 3 7", agent));
        assertEquals("?", engine.since("- - -", agent));
    }

    @Test
    void warmUpGoesOnUntilTheAgentsTrialsAreOver() throws Exception {
        int[] runs = new int[1];
        race(new FakeContestant("Hotpix", 2, log) {
            @Override
            public Optional<Timing> run(int index, int repeat) {
                runs[0] += repeat;
                return super.run(index, repeat);
            }

            @Override
            public String mbean(String name, String attribute) {
                // Stock serves the first fifty.
                return attribute.equals("LastFallbackReason") ? "probe-pending" : Integer.toString(Math.max(0, runs[0] - 50));
            }
        }, 1);
        int timed = 2 * 15;
        assertTrue(runs[0] - timed > 50 + 2 * 40, runs[0] + " runs");
    }

    private List<FileResult> race(Contestant rival, int rounds)
            throws IOException, UsageException, ChildDiedException {
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
        return new Race(stock, rival, new Engine(Job.DECODE), silent).run(ImageFile.in(folder), rounds);
    }
}
