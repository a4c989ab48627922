package dev.hotpix.it.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads damaged files: for each seed the file number {@code seed % files}, damaged. Arguments: a folder, a file
 * with names in it, the first seed, the seed to stop at.
 */
public final class FuzzApp {

    /** Damaged headers may promise images of any size, of which the time and memory are not the question here. */
    private static final long MOST_PIXELS = 4_000_000;

    private FuzzApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Findings findings = new Findings(System.out);
        List<byte[]> files = new ArrayList<>();
        for (String name : Files.readAllLines(Path.of(args[1]))) {
            files.add(Files.readAllBytes(Path.of(args[0], name)));
        }
        // One reader goes on through all of them: what damage leaves behind in it must be the same too.
        ImageReader reused = ImageIO.getImageReadersByFormatName("jpeg").next();
        long stop = Long.parseLong(args[3]);
        for (long seed = Long.parseLong(args[2]); seed < stop; seed++) {
            byte[] damaged = Mutation.of(files.get((int) (seed % files.size())), seed);
            findings.subject(Long.toString(seed));
            boolean fits = fits(damaged);
            if (fits) {
                Streams.Counting counting = new Streams.Counting(new ByteArrayInputStream(damaged));
                ImageIO.setUseCache(false);
                findings.ask("read", () -> ImageText.of(ImageIO.read(counting)) + " taken " + counting.bytes());
                findings.ask("reused", () -> again(reused, damaged));
                long way = seed;
                // Intact files too: most of the ways are about what happens when nothing is wrong.
                byte[] file = seed % 3 == 0 ? damaged : files.get((int) (seed % files.size()));
                findings.ask("random", () -> RandomReads.of(file, way));
            } else {
                findings.ask("too large", () -> "skipped");
            }
        }
    }

    private static boolean fits(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
        } catch (IOException | RuntimeException noHeader) {
            return true;
        } finally {
            reader.dispose();
        }
    }

    private static String again(ImageReader reader, byte[] file) throws Exception {
        List<String> warnings = new ArrayList<>();
        reader.removeAllIIOReadWarningListeners();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, false, true);
            String image;
            try {
                image = ImageText.of(reader.read(0));
            } catch (Exception e) {
                image = Findings.text(e);
            }
            return image + " at " + ReaderReads.state(stream) + " warned " + warnings;
        }
    }
}
