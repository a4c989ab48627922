package dev.hotpix.it.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** For each seed one of some files, damaged, read in three ways. */
final class FuzzReads {

    /** Damaged headers may promise images of any size, of which the time and memory are not the question here. */
    private static final long MOST_PIXELS = 4_000_000;

    private final List<byte[]> files;
    /** Goes on through all of them: what damage leaves behind in it must be the same too. */
    private final ImageReader reused = ImageIO.getImageReadersByFormatName("jpeg").next();

    FuzzReads(List<byte[]> files) {
        this.files = files;
    }

    /** Reads the file number {@code seed % files}, damaged. */
    void run(Findings findings, long seed) throws IOException {
        byte[] intact = files.get((int) (seed % files.size()));
        byte[] damaged = Mutation.of(intact, seed);
        if (!fits(damaged)) {
            findings.ask("too large", () -> "skipped");
            return;
        }
        Streams.Counting counting = new Streams.Counting(new ByteArrayInputStream(damaged));
        ImageIO.setUseCache(false);
        findings.ask("read", () -> ImageText.of(ImageIO.read(counting)) + " taken " + counting.bytes());
        findings.ask("reused", () -> again(reused, damaged));
        // Intact files too: most of the ways are about what happens when nothing is wrong.
        byte[] file = seed % 3 == 0 ? damaged : intact;
        findings.ask("random", () -> RandomReads.of(file, seed));
    }

    void dispose() {
        reused.dispose();
    }

    static boolean fits(byte[] file) throws IOException {
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
