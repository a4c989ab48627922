package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.redirect.jpeg.profile.ProfileConversion;
import java.io.IOException;

/** Decodes an image with an embedded profile, and converts each strip while it is still in the cache. */
final class ProfiledRows {

    /** At least a row, and so little that a strip stays in the cache. */
    private static final int STRIP_PIXELS = 32_000;

    private ProfiledRows() {
    }

    /**
     * Decodes all rows.
     *
     * @param decoder has been started: blue first if the conversion has tables, else red first
     * @throws RuntimeException what the JDK throws if it cannot use the profile
     */
    static void decode(JpegDecoder decoder, RasterTarget target, ProfileConversion conversion)
            throws IOException, CodecException {
        int width = target.rowBytes() / 3;
        int rowsAtOnce = Math.max(1, STRIP_PIXELS / width);
        if (conversion.hasTables()) {
            int rows;
            for (int y = 0; y < target.rows(); y += rows) {
                int at = target.offset() + y * target.stride();
                rows = decoder.readRows(target.samples(), at, target.stride(), rowsAtOnce);
                conversion.convertBgr(target.samples(), at, target.stride(), width, rows);
            }
        } else {
            byJdk(decoder, target, conversion.stripOf(rowsAtOnce * width), rowsAtOnce);
        }
    }

    private static void byJdk(
            JpegDecoder decoder, RasterTarget target, ProfileConversion.Strip strip, int rowsAtOnce)
            throws IOException, CodecException {
        int width = target.rowBytes() / 3;
        for (int y = 0; y < target.rows();) {
            int rows = 0;
            while (rows < Math.min(rowsAtOnce, target.rows() - y)) {
                rows += decoder.readRows(strip.samples(), rows * 3 * width, 3 * width,
                        Math.min(rowsAtOnce - rows, target.rows() - y - rows));
            }
            strip.convert();
            for (int i = 0; i < rows; i++, y++) {
                strip.copyBgr(i * width, width, target.samples(), target.offset() + y * target.stride());
            }
        }
    }
}
