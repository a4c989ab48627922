package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Writes random JPEG files and prints a line for each: its number and all that can be seen. Then it reads files and
 * writes them again. Arguments: the first number and the one after the last, a folder, the list of its files, and
 * {@code agent} if there is one, whose counts come last.
 */
public final class EncodeParityApp {

    private EncodeParityApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        ImageIO.setUseCache(false);
        long first = Long.parseLong(args[0]);
        long stop = Long.parseLong(args[1]);
        try (PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8)) {
            for (long seed = first; seed < stop; seed++) {
                out.println(seed + " " + new RandomEncode(seed).run().replaceAll("@[0-9a-f]{3,8}\\b", "@"));
            }
            Path folder = Path.of(args[2]);
            for (String name : Files.readAllLines(Path.of(args[3]))) {
                Reencoded.print(folder.resolve(name), name, out);
            }
            if (args.length > 4) {
                AgentCounts counts = new AgentCounts();
                out.println("redirected " + counts.redirectedEncodes() + " " + counts.encodeFallbacks() + " verified "
                        + counts.encodeVerifications() + " switched off " + redirectedWhen(false, counts) + " on "
                        + redirectedWhen(true, counts));
            }
        }
    }

    private static long redirectedWhen(boolean on, AgentCounts counts) throws Exception {
        counts.redirectEncodes(on);
        long before = counts.redirectedEncodes();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR), "jpeg", new ByteArrayOutputStream());
        return counts.redirectedEncodes() - before;
    }
}
