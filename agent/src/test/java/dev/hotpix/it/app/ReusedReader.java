package dev.hotpix.it.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * One JPEG reader for many files in a row, good and bad. What a file leaves behind in a reader (tables,
 * buffered input, a pending header) shows in the next.
 */
final class ReusedReader {

    private ReusedReader() {
    }

    static void run(Findings findings, List<Path> files) throws IOException {
        row(findings, "reused", files, i -> true, i -> false);
        row(findings, "reused, reset", files, i -> i % 2 == 0, i -> i % 3 == 0);
        row(findings, "reused, the other half", files, i -> i % 2 == 1, i -> false);
    }

    private static void row(
            Findings findings, String name, List<Path> files, IntPredicate taken, IntPredicate reset)
            throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        for (int i = 0; i < files.size(); i++) {
            if (!taken.test(i)) {
                continue;
            }
            boolean forwardOnly = i % 3 != 0;
            Path file = files.get(i);
            findings.subject(file.getParent().getFileName() + "/" + file.getFileName());
            try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
                // Without a setInput(null) in between: the reader itself pushes back what it has buffered.
                reader.setInput(stream, forwardOnly, i % 2 == 0);
                findings.ask(name, () -> ImageText.of(reader.read(0)));
                findings.ask(name + ": stream", () -> ReaderReads.state(stream));
                if (i % 4 == 0) {
                    findings.ask(name + ": second", () -> ImageText.of(reader.read(1)));
                }
                if (i % 5 == 0) {
                    reader.setInput(null);
                    findings.ask(name + ": stream let go", () -> ReaderReads.state(stream));
                }
                if (reset.test(i)) {
                    reader.reset();
                }
            }
        }
        reader.dispose();
    }
}
