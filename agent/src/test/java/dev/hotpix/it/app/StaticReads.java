package dev.hotpix.it.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/** {@code ImageIO.read} of one file, from everything that it reads from. */
final class StaticReads {

    private static final int TRAILING_BYTES = 100_000;
    private static final int DRIP = 300;

    private final Findings findings;
    private final Path file;
    private final byte[] bytes;

    StaticReads(Findings findings, Path file) throws IOException {
        this.findings = findings;
        this.file = file;
        this.bytes = Files.readAllBytes(file);
    }

    void file() {
        findings.ask("File", () -> ImageText.of(ImageIO.read(file.toFile())));
    }

    void inputStream(boolean cache) {
        Streams.Counting counting = new Streams.Counting(new ByteArrayInputStream(bytes));
        ask("InputStream, cache " + cache, counting, counting, cache);
    }

    /** How far ImageIO drains what it is given. */
    void drained() {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + TRAILING_BYTES);
        System.arraycopy(
                bytes, 0, longer, bytes.length + TRAILING_BYTES / 2, Math.min(bytes.length, TRAILING_BYTES / 2));
        Streams.Counting trailed = new Streams.Counting(new ByteArrayInputStream(longer));
        ask("InputStream with more behind", trailed, trailed, false);
        Streams.Counting dripped = new Streams.Counting(new Streams.Dripping(new ByteArrayInputStream(longer), DRIP));
        ask("dripping InputStream", dripped, dripped, false);
        for (int part = 1; part < 4; part += 2) {
            int good = (int) (bytes.length * (long) part / 4);
            Streams.Counting counting =
                    new Streams.Counting(new Streams.Breaking(new ByteArrayInputStream(bytes), good));
            ask("InputStream breaking after " + part + "/4", counting, counting, false);
        }
        findings.ask("own ImageInputStream", () -> {
            Streams.Log log = new Streams.Log();
            try (ImageInputStream stream = new Streams.Own(bytes, DRIP, log)) {
                // Closes the stream if a reader was found.
                String image = ImageText.of(ImageIO.read(stream));
                // Without a reader the log would tell in which order they were asked, which is chance.
                return image.equals("null") ? image : image + " " + log;
            }
        });
    }

    private void ask(String question, InputStream in, Streams.Counting counting, boolean cache) {
        ImageIO.setUseCache(cache);
        try {
            findings.ask(question, () -> ImageText.of(ImageIO.read(in)));
            findings.ask(question + ": bytes taken", counting::bytes);
        } finally {
            ImageIO.setUseCache(true);
        }
    }
}
