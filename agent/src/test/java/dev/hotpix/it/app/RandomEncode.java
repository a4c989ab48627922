package dev.hotpix.it.app;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGQTable;

/** One use of a JPEG writer, all of it drawn from a seed: usually one image, sometimes several. */
final class RandomEncode {

    private final Random random;
    private final RandomImages images;
    private final RandomMetadata metadata;
    private final StringBuilder findings = new StringBuilder();
    private ImageWriter writer;
    private boolean unsafe;
    private boolean copiesScans;
    private int leastTables;

    RandomEncode(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextInt();
        images = new RandomImages(random);
        metadata = new RandomMetadata(random);
    }

    /** What the application sees of it. */
    String run() throws IOException {
        writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            boolean fails = random.nextInt(25) == 0;
            long failAt = fails ? random.nextInt(random.nextBoolean() ? 700 : 6000) : -1;
            int abortAtWrite = random.nextInt(60) == 0 ? random.nextInt(30) : -1;
            int[] writes = {0};
            RecordedOutput output = new RecordedOutput(failAt, () -> {
                if (writes[0]++ == abortAtWrite) {
                    writer.abort();
                }
            });
            writer.setOutput(output);
            WriteLog log = listen(output);
            boolean sequence = random.nextInt(12) == 0;
            if (sequence) {
                ask(() -> writer.prepareWriteSequence(
                        random.nextBoolean() ? null : writer.getDefaultStreamMetadata(writer.getDefaultWriteParam())));
            }
            int most = random.nextInt(6) == 0 || sequence ? 4 : 1;
            // With fewer some libjpegs take those that they had made for the image before.
            leastTables = most > 1 ? 2 : 1;
            for (int i = 0; i < most && !unsafe; i++) {
                write(sequence);
                if (random.nextInt(10) == 0) {
                    writer.setOutput(output);
                }
            }
            findings.append(output).append(' ').append(output.getStreamPosition()).append(' ').append(log);
            return findings.toString();
        } finally {
            writer.dispose();
        }
    }

    private WriteLog listen(RecordedOutput output) {
        boolean interferes = random.nextInt(6) == 0;
        WriteLog log = new WriteLog(output, interferes && random.nextBoolean() ? random.nextInt(12) : -1,
                interferes && random.nextInt(3) == 0 ? random.nextInt(12) : -1);
        if (random.nextInt(3) == 0) {
            writer.addIIOWriteProgressListener(log);
        }
        if (random.nextBoolean()) {
            writer.addIIOWriteWarningListener(log);
        }
        return log;
    }

    /** Something that may throw. */
    private interface Step {
        void run() throws IOException;
    }

    private void ask(Step step) {
        try {
            step.run();
            findings.append("ok ");
        } catch (Throwable thrown) {
            // Stock cannot go on with scans from metadata, and would crash the JVM with the next progressive image.
            unsafe |= copiesScans;
            findings.append(Findings.text(thrown)).append(' ');
        }
    }

    private void write(boolean sequence) {
        BufferedImage picture = images.next();
        ImageWriteParam param = random.nextInt(5) == 0 ? null : param(picture);
        IIOImage image = image(picture, param);
        copiesScans = param == null || param.getProgressiveMode() == ImageWriteParam.MODE_COPY_FROM_METADATA;
        ask(() -> {
            if (sequence) {
                writer.writeToSequence(image, param);
            } else {
                writer.write(random.nextInt(15) == 0 ? writer.getDefaultStreamMetadata(null) : null, image, param);
            }
        });
    }

    private IIOImage image(BufferedImage picture, ImageWriteParam param) {
        IIOMetadata with = random.nextInt(3) == 0
                ? metadata.next(writer, ImageTypeSpecifier.createFromRenderedImage(picture), param) : null;
        int form = random.nextInt(12);
        if (form == 0) {
            return new IIOImage(picture.getRaster(), null, with);
        }
        List<BufferedImage> thumbnails = null;
        if (form == 1) {
            thumbnails = new ArrayList<>();
            BufferedImage thumbnail = images.next();
            thumbnails.add(thumbnail.getSubimage(
                    0, 0, Math.min(thumbnail.getWidth(), 60), Math.min(thumbnail.getHeight(), 60)));
        }
        if (form == 2) {
            return new IIOImage(new TiledImage(picture, 1 + random.nextInt(50), 1 + random.nextInt(50)), thumbnails, with);
        }
        return new IIOImage(picture, thumbnails, with);
    }

    private ImageWriteParam param(BufferedImage picture) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        int mode = random.nextInt(6);
        if (mode < 3) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(random.nextInt(8) == 0 ? 1 : random.nextFloat());
        } else if (mode == 3) {
            param.setCompressionMode(ImageWriteParam.MODE_DEFAULT);
        }
        int progressive = random.nextInt(6);
        param.setProgressiveMode(progressive == 0 ? ImageWriteParam.MODE_DEFAULT
                : progressive == 1 ? ImageWriteParam.MODE_COPY_FROM_METADATA : ImageWriteParam.MODE_DISABLED);
        ((JPEGImageWriteParam) param).setOptimizeHuffmanTables(random.nextInt(5) == 0);
        if (random.nextInt(6) == 0) {
            param.setSourceRegion(new Rectangle(random.nextInt(picture.getWidth()), random.nextInt(picture.getHeight()),
                    1 + random.nextInt(picture.getWidth()), 1 + random.nextInt(picture.getHeight())));
        }
        if (random.nextInt(6) == 0) {
            int periodX = 1 + random.nextInt(4);
            int periodY = 1 + random.nextInt(4);
            ask(() -> param.setSourceSubsampling(periodX, periodY, random.nextInt(periodX), random.nextInt(periodY)));
        }
        if (random.nextInt(8) == 0) {
            bands(param, picture.getRaster());
        }
        if (random.nextInt(12) == 0) {
            tables((JPEGImageWriteParam) param);
        }
        return param;
    }

    private void bands(ImageWriteParam param, Raster raster) {
        int count = 1 + random.nextInt(raster.getNumBands());
        int[] bands = new int[count];
        // Stock reads beyond its tables if bands of different sizes change places.
        int[] sizes = raster.getSampleModel().getSampleSize();
        int first = Arrays.stream(sizes).distinct().count() > 1 ? 0 : random.nextInt(raster.getNumBands());
        for (int i = 0; i < count; i++) {
            bands[i] = (first + i) % raster.getNumBands();
        }
        param.setSourceBands(bands);
        if (count == 3 && random.nextBoolean()) {
            param.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR));
        } else if (count == 1 && random.nextBoolean()) {
            param.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_BYTE_GRAY));
        }
    }

    private void tables(JPEGImageWriteParam param) {
        JPEGQTable[] quant = new JPEGQTable[1 + random.nextInt(3)];
        for (int i = 0; i < quant.length; i++) {
            quant[i] = RandomMetadata.table(random);
        }
        int count = leastTables + random.nextInt(3);
        JPEGHuffmanTable[] dc = new JPEGHuffmanTable[count];
        JPEGHuffmanTable[] ac = new JPEGHuffmanTable[count];
        for (int i = 0; i < count; i++) {
            dc[i] = random.nextBoolean() ? JPEGHuffmanTable.StdDCLuminance : JPEGHuffmanTable.StdDCChrominance;
            ac[i] = random.nextBoolean() ? JPEGHuffmanTable.StdACLuminance : JPEGHuffmanTable.StdACChrominance;
        }
        param.setEncodeTables(quant, dc, ac);
        param.setCompressionMode(ImageWriteParam.MODE_COPY_FROM_METADATA);
    }
}
