package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.ByteSource;
import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.codec.Upsampling;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.probe.ProbeImage;
import dev.hotpix.redirect.jpeg.probe.Verdict;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes the probe files of a layout through this JVM's own JPEG reader and through the codec and compares
 * every sample. JVMs come with IJG libjpeg 6b or with any of several libjpeg-turbo versions, patched or not,
 * whose chroma upsampling differs: what this one does is asked, not guessed from its name.
 */
final class LayoutProbe {

    private static final String READER_SPI = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

    /** Plenty for files of some 80 by 130 pixels. */
    private static final long MEMORY_LIMIT = 1L << 20;

    private final RasterTarget.Access rasters;

    LayoutProbe(RasterTarget.Access rasters) {
        this.rasters = rasters;
    }

    /**
     * Compares, on the calling thread, in a few milliseconds.
     *
     * @return how the codec is to decode this layout, or that it cannot be trusted with it
     */
    Verdict run(FrameLayout layout, ColorConversion conversion) throws ReflectiveOperationException, IOException {
        // The reader is woven like the application's: without this the probe would be measured, and redirected.
        boolean before = OperationTracker.suppressed(true);
        try {
            Set<Upsampling> ways = Verdict.ways();
            for (byte[] file : ProbeImage.probesFor(layout)) {
                WritableRaster stock = readStock(file, conversion);
                ways.removeIf(way -> !equal(stock, file, conversion, way));
            }
            return Verdict.of(ways);
        } finally {
            OperationTracker.suppressed(before);
        }
    }

    private WritableRaster readStock(byte[] file, ColorConversion conversion)
            throws ReflectiveOperationException, IOException {
        ImageReaderSpi provider = (ImageReaderSpi) Class.forName(READER_SPI, true, ImageReader.class.getClassLoader())
                .getConstructor().newInstance();
        ImageReader reader = provider.createReaderInstance();
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            if (!conversion.isForImages()) {
                return (WritableRaster) reader.readRaster(0, null);
            }
            if (conversion.isInverted()) {
                return inverted(reader.read(0).getRaster());
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(
                    conversion.bands() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR));
            return reader.read(0, param).getRaster();
        } finally {
            reader.dispose();
        }
    }

    private WritableRaster inverted(WritableRaster raster) {
        RasterTarget target = rasters.of(raster, raster.getNumBands());
        if (target != null) {
            byte[] samples = target.samples();
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) ~samples[i];
            }
        }
        return raster;
    }

    private boolean equal(WritableRaster stock, byte[] file, ColorConversion conversion, Upsampling upsampling) {
        RasterTarget target = rasters.of(stock, conversion.bands());
        if (target == null) {
            return false;
        }
        byte[] samples = new byte[target.samples().length];
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        ByteSource source = in::read;
        try (JpegDecoder decoder = new JpegDecoder(source, MEMORY_LIMIT)) {
            decoder.readHeader();
            decoder.start(conversion.from(), target.reversed() ? conversion.to() : conversion.stockTo(), upsampling);
            decoder.readInto(samples, target.offset(), target.stride());
            decoder.finish();
        } catch (CodecException | IOException refused) {
            return false;
        }
        return Arrays.equals(samples, target.samples());
    }
}
