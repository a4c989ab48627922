package dev.hotpix.redirect.resize;

import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;
import java.awt.image.ImageProducer;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Random;

/** Tries area averaging: each operation is a production of pixels, which comes to the redirect by itself. */
final class AreaTrial implements KernelTrial.Work {

    private static final int OPERATIONS = 30;
    private static final int LARGEST = 70;
    private static final int[] TYPES = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_GRAY};

    private BufferedImage large;

    @Override
    public boolean isSameAsStock(KernelTrial trial) {
        Random random = new Random(5);
        int before = trial.redirected();
        for (int i = 0; i < OPERATIONS; i++) {
            BufferedImage image = image(random, TYPES[i % TYPES.length],
                    24 + random.nextInt(LARGEST), 24 + random.nextInt(LARGEST), random.nextBoolean());
            int width = 24 + random.nextInt(LARGEST);
            int height = 24 + random.nextInt(LARGEST);
            int[] expected = scale(image, width, height);
            trial.redirecting(true);
            int[] actual = scale(image, width, height);
            trial.redirecting(false);
            if (!Arrays.equals(expected, actual)) {
                return false;
            }
        }
        return trial.redirected() - before >= OPERATIONS / 2;
    }

    private static BufferedImage image(Random random, int type, int width, int height, boolean opaque) {
        BufferedImage image = new BufferedImage(width, height, type);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = opaque ? random.nextInt() | 0xff000000 : random.nextInt();
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static int[] scale(BufferedImage image, int width, int height) {
        int[] pixels = new int[width * height];
        ImageProducer source = image.getSource();
        source.startProduction(new AreaAveragingScaleFilter(width, height).getFilterInstance(new Sink(pixels)));
        return pixels;
    }

    @Override
    public void run() {
        if (large == null) {
            large = image(new Random(1), BufferedImage.TYPE_3BYTE_BGR, 160, 40, true);
        }
        scale(large, 60, 14);
    }

    /** Keeps the pixels that a filter delivers. */
    private static final class Sink implements ImageConsumer {
        private final int[] pixels;

        Sink(int[] pixels) {
            this.pixels = pixels;
        }

        @Override
        public void setPixels(int x, int y, int w, int h, ColorModel model, int[] from, int offset, int scansize) {
            for (int row = 0; row < h; row++) {
                System.arraycopy(from, offset + row * scansize, pixels, (y + row) * scansize + x, w);
            }
        }

        @Override
        public void setPixels(int x, int y, int w, int h, ColorModel model, byte[] from, int offset, int scansize) {
            throw new IllegalStateException("bytes from a filter of ints");
        }

        @Override
        public void setDimensions(int width, int height) {
        }

        @Override
        public void setProperties(Hashtable<?, ?> properties) {
        }

        @Override
        public void setColorModel(ColorModel model) {
        }

        @Override
        public void setHints(int hints) {
        }

        @Override
        public void imageComplete(int status) {
        }
    }
}
