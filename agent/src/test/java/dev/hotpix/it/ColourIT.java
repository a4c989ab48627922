package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hotpix.it.app.ColourApp;
import dev.hotpix.redirect.jpeg.profile.MadeProfile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with embedded profiles look the same, before and after there are tables for them, and to the audit. */
class ColourIT {

    /** Enough pixels for tables: 3 times 2 files of 4.3 megapixels. */
    private static final int TIMES = 4;
    private static final int PROFILES = 2;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void profilesAreConvertedAsByTheJdk(Jdk jdk) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("profiles"));
        BufferedImage picture = MadePictures.picture(2400, 1800, BufferedImage.TYPE_INT_RGB);
        byte[] baseline = MadePictures.jpeg(picture, false, 2, 2, 0);
        byte[] progressive = MadePictures.jpeg(picture, true, 1, 1, 0);
        byte[][] profiles = {MadeProfile.almostSrgb(), MadeProfile.wide()};
        for (int i = 0; i < PROFILES; i++) {
            Files.write(folder.resolve(i + "-baseline.jpg"), MadeProfile.embed(baseline, profiles[i]));
            Files.write(folder.resolve(i + "-progressive.jpg"), MadeProfile.embed(progressive, profiles[i]));
        }
        CompletableFuture<ForkedJvm.Result> stock = ForkedJvm.of(jdk, ColourApp.class)
                .arguments(folder, TIMES, 0).start();
        Path report = scratch.resolve("report.json");
        List<String> with = ForkedJvm.of(jdk, ColourApp.class).agent("start=sync,verify=1,report=" + report)
                .property("hotpixtest.counts", true).arguments(folder, TIMES, PROFILES).run().lines();
        List<String> seen = with.stream().filter(line -> !line.startsWith("#")).collect(Collectors.toList());
        assertEquals(String.join("\n", stock.join().lines()), String.join("\n", seen));
        assertEquals(0, count(with, "different"), with::toString);
        assertTrue(count(with, "redirected") >= TIMES * 2 * PROFILES, with::toString);
        assertTrue(count(with, "equal") > 0, with::toString);
        JsonNode verified = new ObjectMapper().readTree(report.toFile()).get("verifications").get("jpeg-decode");
        assertEquals(count(with, "equal"), verified.get("equal").longValue(), verified::toString);
        assertFalse(verified.has("different"), verified::toString);
    }

    private static long count(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith("# " + name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1))).findFirst().orElse(-1);
    }
}
