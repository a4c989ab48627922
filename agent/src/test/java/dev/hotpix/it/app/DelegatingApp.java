package dev.hotpix.it.app;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads JPEG images through code that hands them on to the JDK's JPEG reader. Arguments: which code, a folder, a
 * file with names in it, and {@code counted} if the agent is there to say how many decodes it redirected.
 */
public final class DelegatingApp {

    private DelegatingApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Findings findings = new Findings(System.out);
        AgentCounts counts = args[3].equals("counted") ? new AgentCounts() : null;
        for (String name : Files.readAllLines(Path.of(args[2]))) {
            byte[] file = Files.readAllBytes(Path.of(args[1], name));
            findings.subject(name);
            long before = counts == null ? 0 : counts.redirected();
            switch (args[0]) {
                case "twelvemonkeys":
                    twelveMonkeys(findings, file);
                    break;
                case "tiff":
                    findings.ask("tiff", () -> tiff(file, false));
                    findings.ask("tiff in tiles", () -> tiff(file, true));
                    break;
                default:
                    findings.ask("pdf", () -> pdf(file));
                    break;
            }
            if (counts != null) {
                System.err.println(
                        "redirected " + (counts.redirected() - before) + " " + name + " " + counts.fallbacks());
            }
        }
    }

    private static void twelveMonkeys(Findings findings, byte[] file) {
        findings.ask("read", () -> ImageText.of(ImageIO.read(new ByteArrayInputStream(file))));
        findings.ask("param", () -> with(file, reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(7, 5, reader.getWidth(0) - 7, reader.getHeight(0) - 5));
            param.setSourceSubsampling(2, 3, 1, 2);
            return ImageText.of(reader.read(0, param));
        }));
        findings.ask("raster", () -> with(file, reader -> ImageText.of(reader.readRaster(0, null))));
        findings.ask("events", () -> with(file, reader -> {
            EventLog log = new EventLog(101);
            reader.addIIOReadProgressListener(log);
            reader.addIIOReadUpdateListener(log);
            reader.addIIOReadWarningListener(log);
            return ImageText.of(reader.read(0)) + " " + log;
        }));
        findings.ask("metadata", () -> with(file, reader -> MetadataText.of(reader.getImageMetadata(0))));
    }

    /** Something that is asked of a reader. */
    @FunctionalInterface
    private interface Question {
        String ask(ImageReader reader) throws Exception;
    }

    private static String with(byte[] file, Question question) throws Exception {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            try {
                reader.setInput(stream);
                return reader.getClass().getName() + " " + question.ask(reader) + " at " + ReaderReads.state(stream);
            } finally {
                reader.dispose();
            }
        }
    }

    private static String tiff(byte[] jpeg, boolean tiles) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType("JPEG");
            param.setCompressionQuality(0.8f);
            if (tiles) {
                param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
                param.setTiling(64, 48, 0, 0);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return ImageText.of(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private static String pdf(byte[] jpeg) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A6);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(JPEGFactory.createFromByteArray(document, jpeg), 20, 30, 200, 150);
            }
            document.save(bytes);
        }
        try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
            return ImageText.of(new PDFRenderer(document).renderImageWithDPI(0, 100));
        }
    }
}
