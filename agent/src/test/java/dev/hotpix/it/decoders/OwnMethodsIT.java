package dev.hotpix.it.decoders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.instrument.decoders.DecoderClasses;
import dev.hotpix.instrument.java2d.Java2dMeasurement;
import dev.hotpix.instrument.java2d.ResizeTargets;
import dev.hotpix.instrument.toolkit.ToolkitMeasurement;
import dev.hotpix.instrument.waste.WasteTargets;
import dev.hotpix.it.ForkedJvm;
import dev.hotpix.it.Jdk;
import dev.hotpix.it.JsonRows;
import dev.hotpix.it.app.OwnDecodersApp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that the user names wake the agent and are measured; mistakes are told; no other class is touched. */
class OwnMethodsIT {

    private static final int ROUNDS = 20;
    private static final String CODEC = "dev.hotpix.it.app.OwnCodec";
    private static final String METHODS = String.join(";",
            CODEC + "#decode(byte[])", " " + CODEC + " # decode(ByteBuffer, boolean) ", CODEC + "#encode:encode:pnm",
            CODEC + "#half(OwnCodec.Picture):resize", CODEC + "#photo", CODEC + "#missing(int)",
            CODEC + "#half:shrink");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void measuredAsNamed(Jdk jdk) throws IOException {
        Path report = folder.resolve("report.json");
        Path log = folder.resolve("redefined.log");
        ForkedJvm.Result child = ForkedJvm.of(jdk, OwnDecodersApp.class)
                .options("-Xlog:redefine+class+load=info:file=" + log)
                .property("hotpix.instrument.methods", METHODS).agent("redirect=false,report=" + report)
                .arguments(ROUNDS).run();

        assertEquals(expected(child.lines()), measured(report));
        checkMistakes(child.stderr());
        checkSites(JsonRows.of(report, "sites"));
        checkRetransformed(Files.readAllLines(log));
    }

    private static void checkMistakes(List<String> stderr) {
        String mistake = "[hotpix] hotpix.instrument.methods, column " + (METHODS.indexOf("shrink") + 1)
                + ": expected decode, encode, resize or convert, found 's'; \"" + CODEC + "#half:shrink\" is ignored";
        assertEquals(1, stderr.stream().filter(mistake::equals).count(), stderr::toString);
        assertEquals(1, stderr.stream().filter(line -> line.contains(CODEC + "#missing(int) is not measured")).count(),
                stderr::toString);
        assertEquals(3, stderr.size(), stderr::toString);
    }

    private static void checkSites(List<Map<String, String>> sites) {
        assertTrue(sites.stream().anyMatch(site -> site.get("site").contains("OwnDecodersApp.")), sites::toString);
        assertTrue(sites.stream().noneMatch(site -> site.get("site").contains("OwnCodec.decode(")), sites::toString);
    }

    /** The JVM's own log of all redefinitions, by whomever. */
    private static void checkRetransformed(List<String> log) {
        Set<String> tables = new HashSet<>(Set.of("javax.imageio.ImageIO", CODEC, "sun.awt.image.JPEGImageDecoder",
                ManagementFactory.class.getName()));
        tables.addAll(Java2dMeasurement.targets().keySet());
        tables.addAll(ResizeTargets.transform().keySet());
        tables.addAll(ResizeTargets.produce().keySet());
        tables.addAll(WasteTargets.targets().keySet());
        tables.addAll(ToolkitMeasurement.targets().keySet());
        DecoderClasses.NAMES.forEach(name -> tables.add(name.replace('/', '.')));
        List<String> names = log.stream().filter(line -> line.contains("redefined name="))
                .map(line -> line.replaceAll(".*redefined name=([^,]+),.*", "$1")).collect(Collectors.toList());
        assertTrue(names.contains(CODEC), log::toString);
        assertTrue(names.size() >= 5, log::toString);
        for (String name : names) {
            assertTrue(tables.contains(name) || isImageIoPlugin(name), () -> name + " is in no table");
        }
    }

    private static boolean isImageIoPlugin(String name) {
        try {
            Class<?> type = Class.forName(name, false, null);
            return ImageReader.class.isAssignableFrom(type) || ImageWriter.class.isAssignableFrom(type);
        } catch (ClassNotFoundException noneOfTheJdk) {
            return false;
        }
    }

    /** Line: "expected", operation, format, api, engine, outcome, calls, pixels, bytes. */
    private static Map<String, String> expected(List<String> lines) {
        Map<String, long[]> sums = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            if (words[0].equals("expected")) {
                long[] sum = sums.computeIfAbsent(
                        String.join(" ", Arrays.copyOfRange(words, 1, 6)), any -> new long[3]);
                sum[0] += Long.parseLong(words[6]);
                sum[1] += Long.parseLong(words[7]);
                sum[2] += words[8].equals("any") ? 0 : Long.parseLong(words[8]);
            }
        }
        Map<String, String> all = new TreeMap<>();
        sums.forEach((operation, sum) -> all.put(operation, counts(operation, sum)));
        return all;
    }

    private static String counts(String operation, long[] sum) {
        // How much of a JPEG file ImageIO reads is its own affair.
        return sum[0] + " calls " + sum[1] + " pixels" + (operation.contains("jpeg") ? "" : " " + sum[2] + " bytes");
    }

    private static Map<String, String> measured(Path report) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Map<String, String> row : JsonRows.of(report, "operations")) {
            if (row.get("api").equals("own")) {
                String operation = String.join(" ", row.get("operation"), row.get("format"), row.get("api"),
                        row.get("engine"), row.get("outcome"));
                all.put(operation, counts(operation, new long[] {Long.parseLong(row.get("calls")),
                    Long.parseLong(row.get("pixels")), Long.parseLong(row.get("bytes"))}));
            }
        }
        return all;
    }
}
