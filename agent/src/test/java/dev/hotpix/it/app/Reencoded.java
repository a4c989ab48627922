package dev.hotpix.it.app;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.NodeList;

/** A picture that was read from a file, written as JPEG in several ways, with and without the file's metadata. */
final class Reencoded {

    private static final String[] WAYS = {"default", "quality", "progressive", "optimized", "copy"};

    private Reencoded() {
    }

    static void print(Path file, String name, PrintStream out) {
        RenderedImage image;
        IIOMetadata metadata = null;
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.next();
            reader.setInput(in);
            image = reader.readAsRenderedImage(0, null);
            metadata = reader.getImageMetadata(0);
            metadata = hasZeroQuantiser(metadata) ? null : metadata;
            reader.dispose();
        } catch (IOException | RuntimeException | OutOfMemoryError unreadable) {
            out.println(name + " unreadable");
            return;
        }
        for (String way : WAYS) {
            out.println(name + " " + way + " " + written(image, metadata, way));
        }
    }

    /** Damaged files may have one, and stock divides by it. */
    private static boolean hasZeroQuantiser(IIOMetadata metadata) {
        if (!"javax_imageio_jpeg_image_1.0".equals(metadata.getNativeMetadataFormatName())) {
            return false;
        }
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        NodeList tables = root.getElementsByTagName("dqtable");
        for (int i = 0; i < tables.getLength(); i++) {
            JPEGQTable table = (JPEGQTable) ((IIOMetadataNode) tables.item(i)).getUserObject();
            if (Arrays.stream(table.getTable()).anyMatch(quantiser -> quantiser == 0)) {
                return true;
            }
        }
        return false;
    }

    private static String written(RenderedImage image, IIOMetadata metadata, String way) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            param.setProgressiveMode(way.equals("progressive") ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            param.setOptimizeHuffmanTables(way.equals("optimized"));
            if (way.equals("quality")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(0.85f);
            }
            writer.setOutput(stream);
            boolean with = way.equals("copy") || way.equals("optimized");
            writer.write(null, new IIOImage(image, null, with ? metadata : null), way.equals("default") ? null : param);
            stream.flush();
            return bytes.size() + " sha " + ImageText.sha(bytes.toByteArray());
        } catch (Throwable thrown) {
            return Findings.text(thrown).replaceAll("@[0-9a-f]{3,8}\\b", "@");
        } finally {
            writer.dispose();
        }
    }
}
