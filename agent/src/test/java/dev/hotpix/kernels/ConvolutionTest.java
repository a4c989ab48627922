package dev.hotpix.kernels;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.ImagingOpException;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Convolution against this JVM's own {@code ConvolveOp}. */
class ConvolutionTest {

    private static final int[] TYPES = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_GRAY};

    @Test
    void convolvesAsStock() {
        for (int i = 0; i < TestedKernels.OPERATIONS / 2; i++) {
            Random random = new Random(5L << 32 | i);
            int columns = 1 + random.nextInt(random.nextInt(4) == 0 ? 9 : 5);
            int rows = 1 + random.nextInt(random.nextInt(4) == 0 ? 9 : 5);
            float[] kernel = kernel(random, columns * rows);
            int most = random.nextInt(100) == 0 ? 1500 : 200;
            int type = TYPES[random.nextInt(TYPES.length)];
            int width = (columns | 1) + Rasters.size(random, most) - 1;
            int height = (rows | 1) + Rasters.size(random, most) - 1;
            compare(Rasters.image(random, type, width, height), Rasters.image(random, type, width, height),
                    new Kernel(columns, rows, kernel), random.nextBoolean(), "operation " + i);
        }
    }

    private static float[] kernel(Random random, int taps) {
        float[] kernel = new float[taps];
        float scale = (float) Math.pow(2, random.nextInt(3) == 0 ? random.nextInt(24) - 18 : 0);
        int style = random.nextInt(5);
        for (int i = 0; i < taps; i++) {
            switch (style) {
                case 0:
                    kernel[i] = 1f / taps;
                    break;
                case 1:
                    kernel[i] = random.nextInt(5) - 2;
                    break;
                case 2:
                    kernel[i] = random.nextInt(3) > 0 ? 0 : random.nextFloat();
                    break;
                default:
                    kernel[i] = scale * (float) (style == 3 ? random.nextGaussian() : random.nextDouble()) * 2 / taps;
            }
        }
        return kernel;
    }

    private static void compare(
            BufferedImage source, BufferedImage expected, Kernel kernel, boolean zeroEdges, String name) {
        BufferedImage actual = Rasters.copy(expected);
        Convolution convolution = Convolution.of(kernel.getKernelData(null), kernel.getWidth(), kernel.getHeight());
        try {
            new ConvolveOp(kernel, zeroEdges ? ConvolveOp.EDGE_ZERO_FILL : ConvolveOp.EDGE_NO_OP, null)
                    .filter(source, expected);
        } catch (ImagingOpException refused) {
            assertNull(convolution, () -> name + ": refused " + Arrays.toString(kernel.getKernelData(null)));
            return;
        }
        if (convolution == null) {
            // An all-black one, or one with few bits.
            return;
        }
        convolution.filter(Rasters.area(source), Rasters.area(actual), zeroEdges);
        assertNull(Rasters.difference(expected, actual), () -> name + ": type " + source.getType() + " "
                + source.getWidth() + " x " + source.getHeight() + " by " + kernel.getWidth() + " x "
                + kernel.getHeight() + " " + Arrays.toString(kernel.getKernelData(null)) + " " + zeroEdges + " "
                + Rasters.difference(expected, actual));
    }

    @Test
    void leavesToStockWhatItComputesInAnotherWay() {
        assertNull(Convolution.of(new float[] {20_000}, 1, 1));
        assertNull(Convolution.of(new float[] {Float.NaN}, 1, 1));
        assertNull(Convolution.of(new float[9], 3, 3));
        float[] manyTaps = new float[225];
        Arrays.fill(manyTaps, 20);
        assertNull(Convolution.of(manyTaps, 15, 15));
    }
}
