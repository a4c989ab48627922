package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.operations.OperationsApp;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of operation is counted once, with its pixels, for the line that asked for it; and none is changed. */
class OperationsIT {

    private static final int ROUNDS = 3;
    private static final String JDKS = "dev.hotpix.it.Jdks#all";

    @TempDir
    private Path folder;

    /** Calls and pixels. */
    private record Sum(long calls, long pixels) {
        Sum plus(Sum other) {
            return new Sum(calls + other.calls, pixels + other.pixels);
        }
    }

    @BeforeEach
    void makePictures() throws IOException {
        BufferedImage picture = MadePictures.picture(100, 80, BufferedImage.TYPE_3BYTE_BGR);
        for (String format : new String[] {"jpeg", "png", "gif", "bmp"}) {
            Files.write(folder.resolve("picture." + format), MadePictures.encode(picture, format));
        }
        Files.write(folder.resolve("profiled.jpeg"), profiled(Files.readAllBytes(folder.resolve("picture.jpeg"))));
        Files.write(folder.resolve("animation.gif"), animation(Files.readAllBytes(folder.resolve("picture.gif"))));
    }

    /** With an ICC profile that is not sRGB, in an APP2 segment. */
    private static byte[] profiled(byte[] jpeg) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
        int length = 2 + name.length + profile.length;
        // After SOI and JFIF's own segment.
        int at = 4 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, at);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) (length >> 8), (byte) length});
        out.write(name);
        out.write(profile);
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    /** The same frame again and again, for ever, a tenth of a second each. */
    private static byte[] animation(byte[] gif) throws IOException {
        int colours = 3 << (gif[10] & 7) + 1;
        int frames = 13 + colours;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(gif, 0, frames);
        out.write(new byte[] {0x21, (byte) 0xff, 11});
        out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {3, 1, 0, 0, 0});
        for (int i = 0; i < 3; i++) {
            out.write(new byte[] {0x21, (byte) 0xf9, 4, 0, 10, 0, 0, 0});
            out.write(gif, frames, gif.length - 1 - frames);
        }
        out.write(0x3b);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void countsAreWhatTheApplicationDid(Jdk jdk) throws IOException {
        Path report = folder.resolve("report.json");
        ForkedJvm.Result child = ForkedJvm.of(jdk, OperationsApp.class)
                .agent("start=sync,redirect=false,report=" + report).arguments(folder, ROUNDS).run();
        List<String[]> expected = child.lines().stream().filter(line -> line.startsWith("expected "))
                .map(line -> line.split(" ")).collect(Collectors.toList());

        assertEquals(totals(expected), totals(report));
        checkSites(expected, JsonRows.of(report, "sites"));
        checkBytes(JsonRows.of(report, "operations"));
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void noPixelIsChanged(Jdk jdk) {
        CompletableFuture<ForkedJvm.Result> stock = ForkedJvm.of(jdk, OperationsApp.class).arguments(folder, 2).start();
        List<String> measured = ForkedJvm.of(jdk, OperationsApp.class).agent("start=sync").arguments(folder, 2).run()
                .lines();
        List<String> plain = stock.join().lines();
        assertEquals(plain, measured);
        assertTrue(plain.get(plain.size() - 1).startsWith("results "), plain::toString);
    }

    /** Line: "expected", rounds, operation, format, api, outcome, pixels, site. */
    private static Map<String, Sum> totals(List<String[]> expected) {
        Map<String, Sum> totals = new TreeMap<>();
        for (String[] line : expected) {
            long rounds = Long.parseLong(line[1]);
            totals.merge(String.join(" ", Arrays.copyOfRange(line, 2, 6)),
                    new Sum(rounds, rounds * Long.parseLong(line[6])), Sum::plus);
        }
        return totals;
    }

    private static Map<String, Sum> totals(Path report) throws IOException {
        Map<String, Sum> totals = new TreeMap<>();
        for (Map<String, String> row : JsonRows.of(report, "operations")) {
            totals.merge(row.get("operation") + " " + row.get("format") + " " + row.get("api") + " "
                    + row.get("outcome"), sum(row), Sum::plus);
        }
        return totals;
    }

    private static Sum sum(Map<String, String> row) {
        return new Sum(Long.parseLong(row.get("calls")), Long.parseLong(row.get("pixels")));
    }

    private static void checkSites(List<String[]> expected, List<Map<String, String>> rows) {
        Map<String, Sum> wanted = new TreeMap<>();
        Map<String, String> apis = new TreeMap<>();
        for (String[] line : expected) {
            long rounds = Long.parseLong(line[1]);
            String key = line[2] + " " + line[7];
            wanted.merge(key, new Sum(rounds, rounds * Long.parseLong(line[6])), Sum::plus);
            apis.put(key, line[4]);
        }
        Map<String, Sum> exact = new TreeMap<>();
        for (Map<String, String> row : rows) {
            String site = row.get("site");
            String line = row.get("operation") + " " + site.substring(site.indexOf('(') + 1, site.length() - 1);
            String name = site.substring(0, site.indexOf('('));
            String method = row.get("operation") + " @" + name.substring(name.lastIndexOf('.') + 1);
            String key = wanted.containsKey(method) ? method : line;
            assertTrue(wanted.containsKey(key), () -> row + " is none of " + wanted.keySet());
            if (row.get("estimated").equals("false")) {
                exact.put(key, sum(row));
            }
        }
        // Work for an image that was promised is always charged to its line; other short work is sampled.
        wanted.forEach((key, sum) -> {
            if (apis.get(key).equals("toolkit")) {
                assertEquals(sum, exact.get(key), () -> key + " in " + rows);
            }
        });
        assertTrue(exact.size() > wanted.size() / 2, () -> exact.keySet() + " of " + wanted.keySet());
    }

    /** Files are read and written whole, but for heads that were read before and for URLs. */
    private void checkBytes(List<Map<String, String>> rows) throws IOException {
        for (Map<String, String> row : rows) {
            String key = row.get("operation") + " " + row.get("format") + " " + row.get("api") + " "
                    + row.get("outcome");
            long bytes = Long.parseLong(row.get("bytes"));
            if (key.equals("decode bmp imageio ok") || key.equals("decode png imageio ok")) {
                long calls = Long.parseLong(row.get("calls"));
                long file = Files.size(folder.resolve("picture." + row.get("format")));
                assertTrue(bytes <= calls * file && bytes > calls * (file - 200), row::toString);
            }
            if (key.equals("decode png toolkit ok")) {
                // Two of six loads per round come by URL or never.
                assertTrue(bytes > 0, row::toString);
                assertEquals(0, bytes % Files.size(folder.resolve("picture.png")), row::toString);
            }
            if (row.get("operation").equals("encode") && !row.get("format").equals("other")) {
                assertTrue(bytes > 0, row::toString);
            }
        }
    }
}
