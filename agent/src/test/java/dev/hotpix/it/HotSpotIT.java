package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.HotSpotApp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report names the lines of the application that read images, and no others. */
class HotSpotIT {

    private static final int ROUNDS = 15;
    private static final int TINY_ROUNDS = 30_000;
    private static final String APP = "dev.hotpix.it.app.HotSpotApp";
    private static final String LIBRARY = APP + "$Library.load";
    private static final String TINY = APP + ".tiny";

    private static final Pattern ROW = Pattern.compile(
            " +([0-9.]+)% +(~?)(\\d+) +([0-9.]+) .* ([0-9]+)% +decode +([^ ]+)\\((.*:\\d+)\\)");

    @TempDir
    private Path folder;

    /** A line of the report's hot spots. */
    private record Spot(
            double share, boolean sampled, long calls, double totalMillis, int redirected, String method) { }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void theLinesThatReadAreNamed(Jdk jdk) throws IOException {
        ForkedJvm.Result child = run(jdk, "");
        Map<String, Spot> spots = spots(folder.resolve("report.txt"));
        for (String line : child.lines()) {
            String[] own = line.split(" ");
            if (own[0].startsWith(APP + ".throughLibrary(")) {
                assertTrue(!spots.containsKey(own[0]), spots::toString);
                continue;
            }
            if (!own[0].equals("tiny")) {
                check(own, spots.remove(own[0]), spots);
            }
        }
        String library = spots.keySet().stream().filter(line -> line.startsWith(LIBRARY)).findFirst().orElseThrow();
        assertEquals(ROUNDS, spots.remove(library).calls());
        checkTiny(spots);
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void librariesAreNotBlamed(Jdk jdk) throws IOException {
        ForkedJvm.Result child = run(jdk, ",sites.skip=org.example.\\," + APP + "$Lib");
        Map<String, Spot> spots = spots(folder.resolve("report.txt"));
        for (String line : child.lines()) {
            String[] own = line.split(" ");
            if (!own[0].equals("tiny")) {
                check(own, spots.remove(own[0]), spots);
            }
        }
        checkTiny(spots);
    }

    private ForkedJvm.Result run(Jdk jdk, String arguments) throws IOException {
        BufferedImage picture = MadePictures.picture(1000, 700, BufferedImage.TYPE_3BYTE_BGR);
        for (String format : new String[] {"jpeg", "png", "bmp"}) {
            Files.write(folder.resolve("picture." + format), MadePictures.encode(picture, format));
        }
        Files.write(folder.resolve("tiny.gif"),
                MadePictures.encode(MadePictures.picture(4, 4, BufferedImage.TYPE_3BYTE_BGR), "gif"));
        return ForkedJvm.of(jdk, HotSpotApp.class)
                .agent("start=sync,report=" + folder.resolve("report.txt") + arguments)
                .arguments(folder, ROUNDS, TINY_ROUNDS).run();
    }

    private static void check(String[] own, Spot spot, Map<String, Spot> others) {
        assertTrue(spot != null, () -> own[0] + " is not among " + others);
        // A few short ones may have to stand for others, never so many that a line's calls are off by a fifth.
        assertEquals(Long.parseLong(own[1]), spot.calls(), Long.parseLong(own[1]) / 5.0, spot::toString);
        assertTrue(spot.totalMillis() <= Long.parseLong(own[2]) / 1e6 + 0.1, () -> spot + " took " + own[2]);
        if (spot.method().endsWith(".plain")) {
            assertTrue(spot.redirected() >= 80, spot::toString);
        } else if (spot.method().contains("lambda$lambda$")) {
            assertEquals(0, spot.redirected(), spot::toString);
        }
    }

    /** What is left is the line of the short reads, of which few were looked at. */
    private static void checkTiny(Map<String, Spot> left) {
        assertEquals(1, left.size(), left::toString);
        Spot tiny = left.values().iterator().next();
        assertEquals(TINY, tiny.method());
        assertTrue(tiny.sampled(), tiny::toString);
        // Those after the last sample are missing.
        assertTrue(tiny.calls() <= TINY_ROUNDS && tiny.calls() > TINY_ROUNDS / 2, tiny::toString);
    }

    private static Map<String, Spot> spots(Path report) throws IOException {
        Map<String, Spot> spots = new LinkedHashMap<>();
        double shares = 0;
        for (String line : Files.readAllLines(report)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Spot spot = new Spot(Double.parseDouble(row.group(1)), !row.group(2).isEmpty(),
                        Long.parseLong(row.group(3)), Double.parseDouble(row.group(4)),
                        Integer.parseInt(row.group(5)), row.group(6));
                spots.put(row.group(6) + "(" + row.group(7) + ")", spot);
                shares += spot.share();
            }
        }
        String text = Files.readString(report);
        assertTrue(shares > 60 && shares < 101, text);
        return spots;
    }
}
