package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.app.WasteApp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coobird.thumbnailator.Thumbnails;
import org.imgscalr.Scalr;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report advises the lines that decode in vain, and no others. */
class WasteIT {

    private static final int ROUNDS = 11;

    private static final Pattern ROW = Pattern.compile(
            " +dev\\.hotpix\\.it\\.app\\.WasteApp\\.(\\w+)\\(WasteApp\\.java:\\d+\\): (.*)");

    private static final String READ_SMALLER =
            ": read with ImageReadParam.setSourceSubsampling, an embedded thumbnail, or store a smaller copy";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void theLinesThatDecodeInVainAreNamed(Jdk jdk) throws IOException {
        Path picture = Files.write(folder.resolve("picture.jpeg"),
                MadePictures.encode(MadePictures.picture(1200, 900, BufferedImage.TYPE_3BYTE_BGR), "jpeg"));
        Path report = folder.resolve("report.txt");
        assertEquals(List.of("done"), ForkedJvm.of(jdk, WasteApp.class)
                .classPath(Thumbnails.class, Scalr.class)
                .agent("start=sync,report=" + report)
                .arguments(picture, ROUNDS).run().lines());
        String shrunk = "11 of 11 images decoded 11.9 MP, shown at most 0.12 MP (1.0%)" + READ_SMALLER;
        String repeated = "10 of 11 decodes (91%, ?) repeated an input seen before: keep decoded images in a cache";
        Map<String, String> expected = new TreeMap<>();
        for (String method : List.of("plain", "nearest", "steps", "stepsInPlace", "scaledInstance", "affine",
                "converted", "cut", "thumbnailator", "imgscalr")) {
            expected.put(method, shrunk);
        }
        for (String method : List.of("sameFile", "sameBytes", "sameInMemory")) {
            expected.put(method, repeated);
        }
        assertEquals(String.join("\n", rows(expected)), String.join("\n", rows(advice(report))),
                () -> "in " + text(report));
    }

    private static List<String> rows(Map<String, String> advice) {
        return advice.entrySet().stream().map(Object::toString).toList();
    }

    private static Map<String, String> advice(Path report) throws IOException {
        Map<String, String> advice = new TreeMap<>();
        for (String line : Files.readAllLines(report)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                advice.put(row.group(1), row.group(2).replaceAll("%, [0-9.]+ m?s\\)", "%, ?)"));
            }
        }
        return advice;
    }

    private static String text(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException failure) {
            return failure.toString();
        }
    }
}
