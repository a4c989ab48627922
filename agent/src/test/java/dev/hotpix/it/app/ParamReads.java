package dev.hotpix.it.app;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.ImageInputStream;

/** Reads of one file with all that an {@code ImageReadParam} can ask for, and the rarer read methods. */
final class ParamReads {

    private final Findings findings;
    private final Path file;

    ParamReads(Findings findings, Path file) {
        this.findings = findings;
        this.file = file;
    }

    /** Prepares the parameter of a read. */
    @FunctionalInterface
    interface Preparation {
        void prepare(ImageReader reader, ImageReadParam param) throws Exception;
    }

    /** A read method. */
    @FunctionalInterface
    interface Reading {
        String read(ImageReader reader) throws Exception;
    }

    void run() {
        image("plain param", (reader, param) -> { });
        image("region", (reader, param) -> param.setSourceRegion(new Rectangle(3, 5, 17, 11)));
        image("whole region", (reader, param) ->
                param.setSourceRegion(new Rectangle(0, 0, reader.getWidth(0), reader.getHeight(0))));
        image("region to the bottom", (reader, param) ->
                param.setSourceRegion(new Rectangle(5, 7, reader.getWidth(0) - 9, reader.getHeight(0) - 7)));
        image("region of whole rows to the bottom", (reader, param) ->
                param.setSourceRegion(new Rectangle(0, 31, reader.getWidth(0), reader.getHeight(0) - 31)));
        image("subsampling", (reader, param) -> param.setSourceSubsampling(2, 3, 1, 0));
        image("subsampling 1", (reader, param) -> param.setSourceSubsampling(1, 1, 0, 0));
        image("offset", (reader, param) -> param.setDestinationOffset(new Point(4, 2)));
        image("negative offset", (reader, param) -> param.setDestinationOffset(new Point(-4, -2)));
        image("passes", (reader, param) -> param.setSourceProgressivePasses(0, 2));
        image("all passes", (reader, param) -> param.setSourceProgressivePasses(0, Integer.MAX_VALUE));
        bands();
        destinations();
        types();
        image("several", (reader, param) -> {
            param.setSourceRegion(new Rectangle(2, 2, 31, 29));
            param.setSourceSubsampling(3, 2, 0, 1);
            param.setDestinationOffset(new Point(1, 1));
        });
        ask("readRaster", reader -> ImageText.of(reader.readRaster(0, null)));
        ask("readRaster with a region", reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(1, 2, 15, 9));
            return ImageText.of(reader.readRaster(0, param));
        });
        ask("readRaster, subsampled", reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(3, 2, 1, 1);
            return ImageText.of(reader.readRaster(0, param));
        });
        ask("a destination of the application's own class", reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            OwnRaster raster = OwnRaster.bgr(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR);
            param.setDestination(new BufferedImage(image.getColorModel(), raster, false, null));
            return ImageText.of(reader.read(0, param)) + " " + raster.calls();
        });
        ask("with tables for abbreviated streams", reader -> {
            JPEGImageReadParam param = (JPEGImageReadParam) reader.getDefaultReadParam();
            param.setDecodeTables(new JPEGQTable[] {JPEGQTable.K1Luminance, JPEGQTable.K2Chrominance},
                    new JPEGHuffmanTable[] {JPEGHuffmanTable.StdDCLuminance, JPEGHuffmanTable.StdDCChrominance},
                    new JPEGHuffmanTable[] {JPEGHuffmanTable.StdACLuminance, JPEGHuffmanTable.StdACChrominance});
            return ImageText.of(reader.read(0, param));
        });
        ask("readTile", reader -> ImageText.of(reader.readTile(0, 0, 0)));
        ask("readAsRenderedImage", reader -> ImageText.of(reader.readAsRenderedImage(0, null)));
        ask("readAll(0)", reader -> of(reader.readAll(0, null)));
        ask("readAll", reader -> {
            StringBuilder text = new StringBuilder();
            Iterator<IIOImage> images = reader.readAll(null);
            while (images.hasNext()) {
                text.append(of(images.next())).append(' ');
            }
            return text.toString();
        });
        ask("a subclass of ImageReadParam", reader -> ImageText.of(reader.read(0, new ImageReadParam() { })));
    }

    private void bands() {
        image("bands 2,1,0", (reader, param) -> param.setSourceBands(new int[] {2, 1, 0}));
        image("bands 0,1,2", (reader, param) -> param.setSourceBands(new int[] {0, 1, 2}));
        image("band 1 to gray", (reader, param) -> {
            param.setSourceBands(new int[] {1});
            param.setDestination(destination(reader, BufferedImage.TYPE_BYTE_GRAY));
        });
        ask("raster of bands 1,2,0", reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceBands(new int[] {1, 2, 0});
            return ImageText.of(reader.readRaster(0, param));
        });
        image("destination bands", (reader, param) -> param.setDestinationBands(new int[] {2, 0, 1}));
    }

    private void destinations() {
        for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_BYTE_GRAY; type++) {
            int wanted = type;
            image("destination " + type, (reader, param) -> param.setDestination(destination(reader, wanted)));
        }
        image("larger destination", (reader, param) -> {
            BufferedImage larger = new BufferedImage(
                    reader.getWidth(0) + 9, reader.getHeight(0) + 7, BufferedImage.TYPE_3BYTE_BGR);
            larger.setRGB(0, 0, 0x123456);
            larger.setRGB(larger.getWidth() - 1, larger.getHeight() - 1, 0x654321);
            param.setDestination(larger);
        });
        image("part of a destination", (reader, param) -> {
            BufferedImage larger = new BufferedImage(
                    reader.getWidth(0) + 9, reader.getHeight(0) + 7, BufferedImage.TYPE_3BYTE_BGR);
            param.setDestination(larger.getSubimage(4, 3, reader.getWidth(0), reader.getHeight(0)));
        });
    }

    private void types() {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_3BYTE_BGR}) {
            image("type " + type, (reader, param) ->
                    param.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(type)));
        }
        ask("every offered type", reader -> {
            StringBuilder text = new StringBuilder();
            Iterator<ImageTypeSpecifier> offered = reader.getImageTypes(0);
            while (offered.hasNext()) {
                ImageReadParam param = reader.getDefaultReadParam();
                param.setDestinationType(offered.next());
                text.append(ImageText.of(reader.read(0, param))).append(' ');
            }
            return text.toString();
        });
    }

    private static BufferedImage destination(ImageReader reader, int type) throws Exception {
        return new BufferedImage(reader.getWidth(0), reader.getHeight(0), type);
    }

    private static String of(IIOImage image) {
        return ImageText.of(image.getRenderedImage()) + " " + MetadataText.of(image.getMetadata());
    }

    private void image(String question, Preparation preparation) {
        ask(question, reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            preparation.prepare(reader, param);
            return ImageText.of(reader.read(0, param));
        });
    }

    private void ask(String question, Reading reading) {
        findings.ask(question, () -> with(file, reading));
    }

    /** Opens a reader on a file for one question. */
    static String with(Path file, Reading reading) throws Exception {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(stream).next();
            try {
                reader.setInput(stream);
                return reading.read(reader) + " at " + ReaderReads.state(stream);
            } finally {
                reader.dispose();
            }
        }
    }
}
