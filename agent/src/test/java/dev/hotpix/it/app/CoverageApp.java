package dev.hotpix.it.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.management.JMException;

/**
 * Reads each file once and prints who decoded it: its name, a tab, and {@code redirected}, the reasons against
 * it, or {@code no JPEG} where nobody was asked. Arguments: a folder, and a file with the names.
 */
public final class CoverageApp {

    private CoverageApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws IOException, JMException, InterruptedException {
        AgentCounts counts = new AgentCounts();
        for (String name : Files.readAllLines(Path.of(args[1]))) {
            long redirected = counts.redirected();
            Map<String, Long> before = counts.fallbacks();
            try {
                ImageIO.read(Path.of(args[0], name).toFile());
            } catch (IOException | RuntimeException | OutOfMemoryError damaged) {
                // The counts say what happened. Some declare images that fit into the heap or not, by chance.
            }
            Map<String, Long> after = counts.fallbacks();
            after.entrySet().removeIf(count -> count.getValue().equals(before.get(count.getKey())));
            String verdict = counts.redirected() > redirected ? "redirected"
                    : after.isEmpty() ? "no JPEG" : String.join("+", after.keySet());
            System.out.println(name + "\t" + verdict);
        }
    }
}
