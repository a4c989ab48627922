package dev.hotpix.it.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One reader on one file, step by step, with the state of its stream after each. */
final class ReaderReads {

    private final Findings findings;
    private final Path file;
    private final boolean forwardOnly;
    private final boolean ignoreMetadata;

    ReaderReads(Findings findings, Path file, boolean forwardOnly, boolean ignoreMetadata) {
        this.findings = findings;
        this.file = file;
        this.forwardOnly = forwardOnly;
        this.ignoreMetadata = ignoreMetadata;
    }

    void run() {
        try (ImageInputStream stream = open()) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                ask("no reader", () -> "none");
                return;
            }
            ImageReader reader = readers.next();
            try {
                run(reader, stream);
            } finally {
                reader.dispose();
            }
        } catch (Exception e) {
            ask("thrown outside of a read", () -> {
                throw e;
            });
        }
    }

    /** As ImageIO opens a file, or an input stream without a cache file. */
    private ImageInputStream open() throws IOException {
        return forwardOnly
                ? ImageIO.createImageInputStream(file.toFile())
                : new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private void run(ImageReader reader, ImageInputStream stream) {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(stream, forwardOnly, ignoreMetadata);
        ask("read(0)", () -> ImageText.of(reader.read(0)));
        ask("stream", () -> state(stream));
        ask("warnings", () -> warnings);
        ask("images", () -> reader.getNumImages(!forwardOnly));
        ask("stream after getNumImages", () -> state(stream));
        ask("read(0) again", () -> ImageText.of(reader.read(0)));
        ask("metadata", () -> MetadataText.of(reader.getImageMetadata(0)));
        ask("stream metadata", () -> MetadataText.of(reader.getStreamMetadata()));
        ask("thumbnail", () -> reader.getNumThumbnails(0) + " " + ImageText.of(reader.readThumbnail(0, 0)));
        ask("read(1)", () -> ImageText.of(reader.read(1)));
        ask("stream after read(1)", () -> state(stream));
        ask("metadata of 1", () -> MetadataText.of(reader.getImageMetadata(1)));
        ask("read(0) after 1", () -> ImageText.of(reader.read(0, null)));
        ask("all warnings", () -> warnings);
        reader.setInput(null);
        ask("stream after setInput(null)", () -> state(stream) + " next " + stream.read());
    }

    static String state(ImageInputStream stream) throws Exception {
        return stream.getStreamPosition() + " bit " + stream.getBitOffset() + " flushed " + stream.getFlushedPosition();
    }

    private void ask(String question, Callable<?> answer) {
        findings.ask((forwardOnly ? "forward " : "") + (ignoreMetadata ? "ignoring " : "") + question, answer);
    }
}
