package dev.hotpix.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.PixelGrabber;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Area averaging against this JVM's own {@code getScaledInstance}. */
class AreaAveragingTest {

    private static final int[] TYPES = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_GRAY};

    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void averagesAsStock(TestedKernels tested) throws Exception {
        Kernels kernels = tested.kernels();
        for (int i = 0; i < TestedKernels.OPERATIONS / 4; i++) {
            Random random = new Random(3L << 32 | i);
            int most = random.nextInt(100) == 0 ? 1500 : 200;
            BufferedImage source = Rasters.image(random, TYPES[random.nextInt(TYPES.length)],
                    Rasters.size(random, most), Rasters.size(random, most));
            compare(kernels, source, Rasters.size(random, most), Rasters.size(random, most), "operation " + i);
        }
    }

    /** Sums beyond 24 bits, where every addition rounds. */
    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void roundsAsStockInLargeImages(TestedKernels tested) throws Exception {
        Random random = new Random(4);
        BufferedImage source = Rasters.image(random, BufferedImage.TYPE_3BYTE_BGR, 4000, 3000);
        compare(tested.kernels(), source, 200, 150, "200 x 150");
        compare(tested.kernels(), source, 7, 5, "7 x 5");
        compare(tested.kernels(), source, 1, 1, "1 x 1");
    }

    private static void compare(Kernels kernels, BufferedImage source, int width, int height, String name)
            throws InterruptedException {
        int[] expected = new int[width * height];
        Image scaled = source.getScaledInstance(width, height, Image.SCALE_SMOOTH);
        assertTrue(new PixelGrabber(scaled, 0, 0, width, height, expected, 0, width).grabPixels());
        int[] actual = new int[width * height];
        AreaAveraging averaging = kernels.areaAveraging(source.getWidth(), source.getHeight(), width, height,
                !source.getColorModel().hasAlpha());
        AreaSource rows = new AreaSource(Rasters.area(source), grays(source));
        for (int y = 0; y < source.getHeight(); y++) {
            averaging.add(rows.row(y), 0, (row, argb) -> System.arraycopy(argb, 0, actual, row * width, width));
        }
        assertEquals(-1, Arrays.mismatch(expected, actual), () -> name + ": type " + source.getType() + " "
                + source.getWidth() + " x " + source.getHeight() + " to " + width + " x " + height);
    }

    private static int[] grays(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            return null;
        }
        int[] grays = new int[256];
        for (int i = 0; i < 256; i++) {
            grays[i] = image.getColorModel().getRGB(new byte[] {(byte) i});
        }
        return grays;
    }
}
