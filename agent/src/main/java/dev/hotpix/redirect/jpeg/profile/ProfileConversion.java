package dev.hotpix.redirect.jpeg.profile;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.OperationTracker;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** The conversion of one image from its embedded profile to sRGB: by proven tables, or by the JDK. */
public final class ProfileConversion {

    private final ColorConvertOp op;
    private final MatrixShaper shaper;
    private final OperationTracker tracker;

    /** @param tracker counts what is converted by tables, as the JDK's own is counted; null for none */
    ProfileConversion(ColorConvertOp op, MatrixShaper shaper, OperationTracker tracker) {
        this.op = op;
        this.shaper = shaper;
        this.tracker = tracker;
    }

    /** Whether {@link #convertBgr} is to be used, which is fast, or else {@link #stripOf}. */
    public boolean hasTables() {
        return shaper != null;
    }

    /** Converts rows of neighbouring pixels, blue first, in place; {@code stride} bytes from each to the next. */
    public void convertBgr(byte[] samples, int offset, int stride, int pixels, int rows) {
        long token = tracker == null ? OperationTracker.NONE : tracker.enter(Api.JAVA2D);
        for (int row = 0; row < rows; row++) {
            shaper.convertBgr(samples, offset + row * stride, pixels);
        }
        if (token != OperationTracker.NONE) {
            tracker.pixels((long) pixels * rows);
            tracker.exit(token);
        }
    }

    /** Pixels that the JDK converts, red first, as its reader does it, but more of them at once. */
    public Strip stripOf(int pixels) {
        return new Strip(op, pixels);
    }

    /** See {@link #stripOf}. */
    public static final class Strip {

        private final ColorConvertOp op;
        private final byte[] samples;
        private final WritableRaster raster;

        private Strip(ColorConvertOp op, int pixels) {
            this.op = op;
            samples = new byte[3 * pixels];
            raster = Raster.createInterleavedRaster(new DataBufferByte(samples, samples.length), pixels, 1,
                    samples.length, 3, new int[] {0, 1, 2}, null);
        }

        /** To be filled before {@link #convert}, and where the result is then. */
        public byte[] samples() {
            return samples;
        }

        /**
         * Converts.
         *
         * @throws RuntimeException what the JDK throws when it cannot use the profile
         */
        public void convert() {
            op.filter(raster, raster);
        }

        /** Copies pixels, blue first. */
        public void copyBgr(int pixel, int pixels, byte[] to, int offset) {
            for (int from = 3 * pixel, end = from + 3 * pixels, at = offset; from < end; from += 3, at += 3) {
                to[at] = samples[from + 2];
                to[at + 1] = samples[from + 1];
                to[at + 2] = samples[from];
            }
        }
    }
}
