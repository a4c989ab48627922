package dev.hotpix.it.app.operations;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import java.util.zip.CRC32;

/**
 * What an application does with images, and from which line: printed for the test, which compares it with what the
 * agent has counted.
 */
final class Ledger {

    private final int rounds;
    private final CRC32 digest = new CRC32();

    Ledger(int rounds) {
        this.rounds = rounds;
    }

    /** Work with images. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * Does {@code work} as often as is wanted.
     *
     * @param work in the line of this call
     * @param expected what it does each time: "operation format api outcome pixels", or nothing; with " @method" if
     *     it is not the line of this call that asks for it, but one of that method
     */
    void run(Work work, String... expected) throws Exception {
        StackTraceElement caller = new Throwable().getStackTrace()[1];
        for (int round = 0; round < rounds; round++) {
            work.run();
        }
        for (String operation : expected) {
            expect(rounds, operation, caller);
        }
    }

    /** Does {@code work} of which only {@code times} knows how often it really was done; see {@link #run}. */
    void runCounted(Work work, IntSupplier times, String expected) throws Exception {
        StackTraceElement caller = new Throwable().getStackTrace()[1];
        int before = times.getAsInt();
        for (int round = 0; round < rounds; round++) {
            work.run();
        }
        expect(times.getAsInt() - before, expected, caller);
    }

    private static void expect(int times, String operation, StackTraceElement at) {
        String site = operation.contains(" @") ? "" : " " + at.getFileName() + ":" + at.getLineNumber();
        System.out.println("expected " + times + " " + operation + site);
    }

    /** Work that must fail with an exception; see {@link #run}. */
    static Work failing(Work work) {
        return () -> {
            try {
                work.run();
            } catch (IOException | RuntimeException expected) {
                return;
            }
            throw new IllegalStateException("has not failed");
        };
    }

    /** The picture is one of the results. */
    void result(BufferedImage picture) {
        digest.update(picture.getWidth());
        if (picture.getType() != BufferedImage.TYPE_INT_ARGB) {
            result(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
        }
        result(picture.getRaster());
    }

    /** The raster is one of the results. */
    void result(Raster raster) {
        if (raster.getSampleModel() instanceof SinglePixelPackedSampleModel
                && raster.getTransferType() == DataBuffer.TYPE_INT) {
            result((int[]) raster.getDataElements(
                    raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), null));
        } else {
            result(raster.getPixels(
                    raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null));
        }
    }

    /** The pixels are one of the results. */
    void result(int[] pixels) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * pixels.length);
        bytes.asIntBuffer().put(pixels);
        digest.update(bytes);
    }

    /** Prints what stands for all results. */
    void end() {
        System.out.println("results " + Long.toHexString(digest.getValue()));
    }

    /** Colours that leave no mistake of scaling unseen. */
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xff000000 | (x * 37 & 255) << 16 | (y * 91 & 255) << 8 | (x * y & 255));
            }
        }
        return image;
    }
}
