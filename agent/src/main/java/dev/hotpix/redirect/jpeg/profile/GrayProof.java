package dev.hotpix.redirect.jpeg.profile;

import dev.hotpix.kernels.LuminanceSteps;
import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.util.Arrays;
import java.util.Random;

/**
 * Makes tables for the conversion of sRGB to the JDK's gray and proves them: all 2^24 colours go through this JVM's own
 * {@link ColorConvertOp}, and for each gray the range of luminance that gives it must lie apart from all others. Then no
 * colour is left of which the tables could say something else.
 */
final class GrayProof {

    private static final int SIDE = 256;
    private static final int PLANE = SIDE * SIDE;

    /** How often tables and stock convert the last colours, to be compared in speed. */
    private static final int RUNS = 8;

    private final ColorConvertOp op = new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null);
    private final BufferedImage source = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    private final BufferedImage destination = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    private final int[] colours = new int[PLANE];
    private final byte[] grays = new byte[PLANE];
    private final double[][] light;
    private final float[] least = new float[SIDE];
    private final float[] most = new float[SIDE];
    private int red;
    private boolean failed;

    /** @param srgb the JDK's own profile */
    GrayProof(byte[] srgb) {
        light = MatrixProfile.luminance(srgb);
        failed = light == null;
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
    }

    /**
     * Goes on for some ten milliseconds.
     *
     * @return whether there is more to do
     */
    boolean next() {
        if (failed || red == SIDE) {
            return false;
        }
        for (int i = 0; i < PLANE; i++) {
            colours[i] = red << 16 | i;
        }
        source.getRaster().setDataElements(0, 0, SIDE, SIDE, colours);
        op.filter(source, destination);
        destination.getRaster().getDataElements(0, 0, SIDE, SIDE, grays);
        learn();
        red++;
        // Where the model does not fit, this shows soon.
        failed = !isRising();
        return !failed;
    }

    private void learn() {
        double ofRed = light[0][red];
        for (int i = 0; i < PLANE; i++) {
            float luminance = LuminanceSteps.luminance(ofRed, light[1][i >> 8], light[2][i & 255]);
            int gray = grays[i] & 255;
            least[gray] = Math.min(least[gray], luminance);
            most[gray] = Math.max(most[gray], luminance);
        }
    }

    private boolean isRising() {
        float last = Float.NEGATIVE_INFINITY;
        for (int gray = 0; gray < SIDE; gray++) {
            if (least[gray] <= last) {
                return false;
            }
            last = Math.max(last, most[gray]);
        }
        return true;
    }

    /** What has been proven; null if this JVM converts in another way, or not yet everything has been seen. */
    LuminanceSteps steps() {
        LuminanceSteps steps = failed || red < SIDE ? null : LuminanceSteps.of(light, least);
        return steps != null && isTheSameOfBytes(steps) ? steps : null;
    }

    /** Stock unpacks images of bytes in another way. */
    private boolean isTheSameOfBytes(LuminanceSteps steps) {
        byte[] pixels = new byte[3 * PLANE];
        new Random(1).nextBytes(pixels);
        BufferedImage bytes = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
        // Red first, as the raster counts its bands.
        bytes.getRaster().setDataElements(0, 0, SIDE, SIDE, pixels);
        op.filter(bytes, destination);
        destination.getRaster().getDataElements(0, 0, SIDE, SIDE, grays);
        byte[] bgr = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bgr[i] = pixels[i / 3 * 3 + 2 - i % 3];
        }
        byte[] actual = new byte[PLANE];
        steps.convert(new PixelArea(PixelLayout.BGR, bgr, 0, 3 * SIDE, SIDE, SIDE), gray(actual));
        return Arrays.equals(actual, grays);
    }

    private static PixelArea gray(byte[] samples) {
        return new PixelArea(PixelLayout.GRAY, samples, 0, SIDE, SIDE, SIDE);
    }

    /** Whether tables are faster than stock. */
    boolean isFaster(LuminanceSteps steps) {
        PixelArea from = new PixelArea(PixelLayout.INT_RGB, colours, 0, SIDE, SIDE, SIDE);
        PixelArea to = gray(new byte[PLANE]);
        long stock = Long.MAX_VALUE;
        long ours = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            op.filter(source, destination);
            long middle = System.nanoTime();
            steps.convert(from, to);
            stock = Math.min(stock, middle - begin);
            ours = Math.min(ours, System.nanoTime() - middle);
        }
        return ours < stock;
    }
}
