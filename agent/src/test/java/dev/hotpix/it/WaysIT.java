package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.app.WaysApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every way of reading that ImageIO has, decodes are redirected, but for those named here. */
class WaysIT {

    /** By the beginning of a way's name, why it is left to stock. */
    private static final Map<String, String> STOCK = Map.of(
            "region", "region", "several", "region", "readRaster with a region", "region",
            "with tables for", "tables", "InputStream breaking after", "truncated", "band 1 to gray", "bands",
            "abort at event 0", "aborted");
    /** Likewise, for files of several scans. */
    private static final Map<String, String> STOCK_OF_SCANS = Map.of(
            "passes", "passes", "update listener", "listeners", "progress listener", "listeners", "all listeners",
            "listeners", "abort", "listeners", "throwing", "listeners",
            "a destination of the application's own class", "destination");

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void waysThatAreRedirected(Jdk jdk) throws IOException {
        Pictures made = Pictures.made(scratch);
        List<String> lines = ForkedJvm.of(jdk, WaysApp.class).agent("start=sync").arguments(
                made.folder().resolve("baseline/301x207.jpg"), made.folder().resolve("progressive/301x207.jpg"))
                .run().lines();
        Map<String, String> wrong = new TreeMap<>();
        int redirected = 0;
        for (String line : lines) {
            String[] parts = line.split(" \\| ", -1);
            String expected = reason(parts[1], parts[0].equals("progressive"));
            if (parts[2].contains("redirected") && (expected == null || parts[2].contains(expected))) {
                redirected++;
            } else if (!parts[2].isEmpty() && (expected == null || !parts[2].contains(expected))) {
                wrong.put(line, String.valueOf(expected));
            }
        }
        System.err.println(jdk + ": " + redirected + " of " + lines.size() + " ways redirected");
        assertEquals(Map.of(), wrong);
        assertTrue(redirected > lines.size() / 2, lines::toString);
    }

    private static String reason(String way, boolean scans) {
        boolean likeNoListener = way.startsWith("throwing listener") || way.startsWith("abort before")
                || way.equals("throwing at event 0");
        if (likeNoListener || way.contains("to the bottom")) {
            return null;
        }
        for (Map.Entry<String, String> known : STOCK.entrySet()) {
            if (way.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        if (scans) {
            for (Map.Entry<String, String> known : STOCK_OF_SCANS.entrySet()) {
                if (way.startsWith(known.getKey())) {
                    return known.getValue();
                }
            }
        }
        return null;
    }
}
