package dev.hotpix.redirect.jpeg;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What was asked of a redirected read and what it gave, kept so that stock can do it again. */
final class AuditedRead implements DecodeAudit.Repeat {

    private static final String READER_SPI = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

    /** Behind the image, so that a decoder that reads too far is found out. */
    private static final int TRAILING_BYTES = 64;

    private final byte[] file;
    private final int consumed;
    private final boolean raster;
    private final ImageReadParam param;
    private final Object type;
    private final Rectangle region;
    private final int width;
    private final int height;
    private final long digest;
    private final String facts;

    /**
     * @param type of the image that the reader made; null if it was given one, or made only a raster
     * @param region what was written to of the result; null for all
     * @param digest of what was written
     */
    AuditedRead(
            byte[] file, int consumed, boolean raster, ImageReadParam param, Object type, Raster result,
            Rectangle region, long digest, String facts) {
        this.file = file;
        this.consumed = consumed;
        this.raster = raster;
        this.param = param;
        this.type = type;
        this.region = region;
        this.width = result.getWidth();
        this.height = result.getHeight();
        this.digest = digest;
        this.facts = facts;
    }

    /**
     * Keeps a read that has just been done in stock's place. Its stream is left as it is.
     *
     * @return null if it cannot be done again
     */
    static AuditedRead of(ReadPlan plan, ReaderInternals internals, RedirectedRead read) throws IOException {
        Object reader = plan.request().reader();
        boolean raster = internals.readsRaster(reader);
        ImageReadParam param = plan.request().param();
        if (!isOrdinary(param) || !raster && !isStandard(internals.image(reader))) {
            return null;
        }
        Rectangle region = null;
        ImageReadParam again = copy(plan.request());
        if (!raster && param != null && param.getDestination() != null) {
            BufferedImage own = param.getDestination();
            if (param.getDestinationBands() != null || own.getType() != BufferedImage.TYPE_3BYTE_BGR
                    && own.getType() != BufferedImage.TYPE_BYTE_GRAY) {
                return null;
            }
            region = new Rectangle(internals.destinationRegion(reader));
            again.setDestination(new BufferedImage(own.getWidth(), own.getHeight(), own.getType()));
        }
        Raster result = raster ? internals.target(reader) : internals.image(reader).getRaster();
        Long digest = digest(result, region);
        if (digest == null) {
            return null;
        }
        int consumed = (int) read.consumed();
        byte[] file = read.file(TRAILING_BYTES);
        return file == null ? null : new AuditedRead(file, consumed, raster, again,
                raster || region != null ? null : new ImageTypeSpecifier(internals.image(reader)), result, region,
                digest, read.facts());
    }

    private static Long digest(Raster result, Rectangle region) {
        return SampleDigest.of(region == null ? result : result.createChild(
                region.x, region.y, region.width, region.height, region.x, region.y, null));
    }

    /** The methods of any other class may do anything. */
    private static boolean isOrdinary(ImageReadParam param) {
        return param == null || param.getClass() == ImageReadParam.class
                || param.getClass() == JPEGImageReadParam.class;
    }

    /** Another reader makes other objects of an embedded profile's colour space, and they are not equal. */
    private static boolean isStandard(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        return space.isCS_sRGB() || space == ColorSpace.getInstance(ColorSpace.CS_GRAY);
    }

    /** The application may change its own while we wait for the audit's turn. */
    private static ImageReadParam copy(ReadRequest request) {
        ImageReadParam from = request.param();
        ImageReadParam to = new ImageReadParam();
        if (from != null) {
            to.setSourceSubsampling(from.getSourceXSubsampling(), from.getSourceYSubsampling(),
                    from.getSubsamplingXOffset(), from.getSubsamplingYOffset());
            to.setSourceRegion(from.getSourceRegion());
            to.setSourceBands(from.getSourceBands());
            to.setDestinationBands(from.getDestinationBands());
            to.setDestinationOffset(from.getDestinationOffset());
            to.setDestinationType(from.getDestinationType());
            to.setSourceProgressivePasses(from.getSourceMinProgressivePass(), from.getSourceNumProgressivePasses());
        }
        return to;
    }

    @Override
    public long samples() {
        return (long) width * height * 4;
    }

    @Override
    public String compare() throws IOException, ReflectiveOperationException {
        ImageReaderSpi provider = (ImageReaderSpi) Class.forName(
                READER_SPI, true, ImageReader.class.getClassLoader()).getConstructor().newInstance();
        ImageReader reader = provider.createReaderInstance();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            Set<String> warnings = new HashSet<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            // Warnings about the header are stock's in any case, and may come once more.
            reader.getWidth(0);
            int before = warnings.size();
            Raster result;
            if (raster) {
                result = reader.readRaster(0, param);
            } else {
                BufferedImage image = reader.read(0, param);
                if (type != null && !new ImageTypeSpecifier(image).equals(type)) {
                    return "image type";
                }
                result = image.getRaster();
            }
            if (result.getWidth() != width || result.getHeight() != height) {
                return "size";
            }
            Long stock = digest(result, region);
            return stock == null || stock != digest ? "samples" : warnings.size() > before ? "warnings"
                    : stream.getStreamPosition() != consumed ? "stream position" : null;
        } catch (IOException | RuntimeException thrown) {
            return "exception " + thrown;
        } finally {
            reader.dispose();
        }
    }

    @Override
    public String describe() {
        return DecodeAudit.describe(facts, file, consumed);
    }
}
