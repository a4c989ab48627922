package dev.hotpix.it.app.operations;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;

/** Reads and writes of {@code javax.imageio}, also one within the other. */
final class ReadsAndWrites {

    private final Ledger ledger;
    private final Path folder;

    ReadsAndWrites(Ledger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    void run() throws Exception {
        for (String format : new String[] {"jpeg", "png", "gif", "bmp"}) {
            File file = folder.resolve("picture." + format).toFile();
            ledger.run(() -> ledger.result(ImageIO.read(file)), "decode " + format + " imageio ok 8000");
            ledger.run(() -> ledger.result(readTwice(file)),
                    "decode " + format + " imageio ok 8000 @readTwice");
            BufferedImage picture = Ledger.picture(100, 80, BufferedImage.TYPE_3BYTE_BGR);
            ledger.run(() -> ImageIO.write(picture, format, new ByteArrayOutputStream()),
                    "encode " + format + " imageio ok 8000");
        }
        File profiled = folder.resolve("profiled.jpeg").toFile();
        // The reader converts row by row.
        ledger.run(() -> ledger.result(ImageIO.read(profiled)),
                "decode jpeg imageio ok 8000", "convert jpeg imageio ok 8000");
        ledger.run(() -> new ReadingWriter(profiled).write(Ledger.picture(8, 8, BufferedImage.TYPE_INT_RGB)),
                "encode other imageio ok 64", "decode jpeg imageio ok 8000 @write",
                "convert jpeg imageio ok 8000 @write");
    }

    /** The JDK's reader asks for the size first, which reads the head. */
    private static BufferedImage readTwice(File file) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file)) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            reader.setInput(stream);
            return reader.getWidth(0) == 100 ? reader.read(0) : null;
        }
    }

    /** An application's own writer, that reads a file to write another. */
    private static final class ReadingWriter extends ImageWriter {

        private final File template;

        ReadingWriter(File template) {
            super(null);
            this.template = template;
        }

        @Override
        public void write(IIOMetadata metadata, IIOImage image, ImageWriteParam param) throws IOException {
            if (ImageIO.read(template) == null) {
                throw new IOException("no template");
            }
        }

        @Override
        public IIOMetadata getDefaultStreamMetadata(ImageWriteParam param) {
            return null;
        }

        @Override
        public IIOMetadata getDefaultImageMetadata(ImageTypeSpecifier type, ImageWriteParam param) {
            return null;
        }

        @Override
        public IIOMetadata convertStreamMetadata(IIOMetadata data, ImageWriteParam param) {
            return null;
        }

        @Override
        public IIOMetadata convertImageMetadata(IIOMetadata data, ImageTypeSpecifier type, ImageWriteParam param) {
            return null;
        }
    }
}
