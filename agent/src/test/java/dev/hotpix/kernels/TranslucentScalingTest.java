package dev.hotpix.kernels;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scaling of translucent images against this JVM's own Java2D. */
class TranslucentScalingTest {

    private static final int[] SOURCES = {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_4BYTE_ABGR};
    private static final int[] DESTINATIONS = {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB};

    @Test
    void scalesAsStock() throws Exception {
        int drawn = 0;
        for (int i = 0; i < TestedKernels.OPERATIONS; i++) {
            drawn += compare(new Random(6L << 32 | i), "operation " + i) ? 1 : 0;
        }
        assertTrue(drawn > TestedKernels.OPERATIONS / 3);
    }

    private static boolean compare(Random random, String name) throws Exception {
        int most = random.nextInt(100) == 0 ? 1000 : 200;
        BufferedImage source = translucent(random, SOURCES[random.nextInt(SOURCES.length)],
                Rasters.size(random, most), Rasters.size(random, most));
        BufferedImage expected = Rasters.image(random, DESTINATIONS[random.nextInt(DESTINATIONS.length)],
                Rasters.size(random, most), Rasters.size(random, most));
        if (random.nextInt(3) == 0) {
            expected = new BufferedImage(expected.getWidth(), expected.getHeight(), expected.getType());
        }
        BufferedImage actual = Rasters.copy(expected);
        AffineTransform transform = InterpolationTest.transform(random, source, expected);
        if ((transform.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0) {
            return false;
        }
        boolean cubic = random.nextBoolean();
        boolean over = random.nextBoolean();
        Rectangle clip = InterpolationTest.clip(random, expected);
        Graphics2D graphics = expected.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, cubic
                ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setComposite(over ? AlphaComposite.SrcOver : AlphaComposite.Src);
        graphics.setClip(clip);
        graphics.drawImage(source, transform, null);
        graphics.dispose();
        TranslucentScaling kernel = new TranslucentScaling(
                cubic ? Kernels.Filter.BICUBIC : Kernels.Filter.BILINEAR, source.isAlphaPremultiplied(),
                expected.isAlphaPremultiplied(), over);
        boolean drawn = InterpolationTest.draw(kernel::scale, source, actual, transform, clip);
        String difference = Rasters.difference(expected, actual);
        assertNull(difference, () -> name + (cubic ? " bicubic " : " bilinear ") + (over ? "over: " : "replacing: ")
                + source.getWidth() + " x " + source.getHeight() + " type " + source.getType() + " to type "
                + actual.getType() + " by " + transform + " " + difference);
        return drawn;
    }

    /** With colours that are at most their alpha, if premultiplied. */
    private static BufferedImage translucent(Random random, int type, int width, int height) {
        BufferedImage image = Rasters.image(random, type, width, height);
        int kind = random.nextInt(4);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int alpha = kind == 0 ? random.nextInt(2) * 255 : kind == 1 ? 255 : random.nextInt(256);
                image.setRGB(x, y, random.nextInt() & 0xffffff | alpha << 24);
            }
        }
        return image;
    }
}
