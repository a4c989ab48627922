package dev.hotpix.redirect.jpeg;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** What was asked of a redirected read and what it gave, kept so that stock can do it again. */
final class AuditedRead {

    /** Behind the image, so that a decoder that reads too far is found out. */
    private static final int TRAILING_BYTES = 64;

    private final byte[] file;
    private final int consumed;
    private final boolean raster;
    private final ImageReadParam param;
    private final Object type;
    private final int width;
    private final int height;
    private final long digest;
    private final String facts;

    AuditedRead(
            byte[] file, int consumed, boolean raster, ImageReadParam param, Object type, Raster result, long digest,
            String facts) {
        this.file = file;
        this.consumed = consumed;
        this.raster = raster;
        this.param = param;
        this.type = type;
        this.width = result.getWidth();
        this.height = result.getHeight();
        this.digest = digest;
        this.facts = facts;
    }

    /**
     * Keeps a read that has just been done in stock's place. Its stream is left as it is.
     *
     * @param consumed bytes of the stream that the image took
     * @param facts its header, for people
     * @return null if it cannot be done again
     */
    static AuditedRead of(ReadPlan plan, ReaderInternals internals, long consumed, String facts) throws IOException {
        Object reader = plan.request().reader();
        boolean raster = internals.readsRaster(reader);
        if (!isOrdinary(plan.request().param()) || !raster && !isStandard(internals.image(reader))) {
            return null;
        }
        Raster result = raster ? internals.target(reader) : internals.image(reader).getRaster();
        Long digest = SampleDigest.of(result);
        if (digest == null) {
            return null;
        }
        byte[] file = new byte[(int) consumed + TRAILING_BYTES];
        ImageInputStream stream = internals.stream(reader);
        long position = stream.getStreamPosition();
        try {
            stream.seek(0);
            stream.readFully(file, 0, (int) consumed);
        } finally {
            stream.seek(position);
        }
        return new AuditedRead(file, (int) consumed, raster, copy(plan.request()),
                raster ? null : new ImageTypeSpecifier(internals.image(reader)), result, digest, facts);
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

    int bytes() {
        return file.length;
    }

    /** Samples that stock will hold when it does this again. */
    long samples() {
        return (long) width * height * 4;
    }

    /**
     * Lets stock do it again, on a thread whose decodes are not redirected.
     *
     * @return what differs; null if nothing
     */
    String compare(ImageReaderSpi provider) throws IOException {
        ImageReader reader = provider.createReaderInstance();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            int[] warnings = {0};
            // Warnings about the header are stock's in any case.
            reader.getWidth(0);
            reader.addIIOReadWarningListener((source, warning) -> warnings[0]++);
            Raster result;
            if (raster) {
                result = reader.readRaster(0, param);
            } else {
                BufferedImage image = reader.read(0, param);
                if (!new ImageTypeSpecifier(image).equals(type)) {
                    return "image type";
                }
                result = image.getRaster();
            }
            if (result.getWidth() != width || result.getHeight() != height) {
                return "size";
            }
            Long stock = SampleDigest.of(result);
            return stock == null || stock != digest ? "samples" : warnings[0] > 0 ? "warnings"
                    : stream.getStreamPosition() != consumed ? "stream position" : null;
        } catch (IOException | RuntimeException thrown) {
            return "exception " + thrown;
        } finally {
            reader.dispose();
        }
    }

    /** The header and the SHA-256 of the file up to the image's end. */
    String describe() {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(file, consumed));
            StringBuilder hex = new StringBuilder();
            for (byte b : sha) {
                hex.append(String.format("%02x", b));
            }
            return facts + ", " + consumed + " bytes, SHA-256 " + hex;
        } catch (NoSuchAlgorithmException crippledJdk) {
            return facts + ", " + consumed + " bytes";
        }
    }
}
