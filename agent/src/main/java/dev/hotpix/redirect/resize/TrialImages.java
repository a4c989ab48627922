package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.PixelLayout;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.util.Arrays;
import java.util.Random;

/** Images of noise for trials. Small: code that is not yet compiled works on them, on somebody's busy machine. */
final class TrialImages {

    /** Large enough not to be left to stock. */
    private static final int SMALLEST = 21;
    private static final int SIZES = 28;

    private TrialImages() {
    }

    static int size(Random random) {
        return SMALLEST + random.nextInt(SIZES);
    }

    static BufferedImage image(Random random, int type, boolean opaque) {
        return image(random, type, size(random), size(random), opaque);
    }

    static BufferedImage image(Random random, int type, int width, int height, boolean opaque) {
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

    /** The type of images that have a layout. */
    static int type(PixelLayout layout) {
        switch (layout) {
            case BGR:
                return BufferedImage.TYPE_3BYTE_BGR;
            case ABGR:
                return BufferedImage.TYPE_4BYTE_ABGR;
            case GRAY:
                return BufferedImage.TYPE_BYTE_GRAY;
            case INT_RGB:
                return BufferedImage.TYPE_INT_RGB;
            default:
                return BufferedImage.TYPE_INT_ARGB;
        }
    }

    /** Whether all samples are the same. */
    static boolean isSame(BufferedImage expected, BufferedImage actual) {
        Object a = null;
        Object b = null;
        boolean ints = expected.getRaster().getTransferType() == DataBuffer.TYPE_INT;
        for (int y = 0; y < expected.getHeight(); y++) {
            a = expected.getRaster().getDataElements(0, y, expected.getWidth(), 1, a);
            b = actual.getRaster().getDataElements(0, y, expected.getWidth(), 1, b);
            boolean same = ints ? Arrays.equals((int[]) a, (int[]) b)
                    : Arrays.equals((byte[]) a, (byte[]) b);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
