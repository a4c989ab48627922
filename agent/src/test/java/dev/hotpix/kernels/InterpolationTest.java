package dev.hotpix.kernels;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every interpolation against this JVM's own Java2D, on random sizes, scales, flips, clips and parts of images. */
class InterpolationTest {

    private static final int[] SOURCES = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB};
    private static final int[] DESTINATIONS =
        {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB};

    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void bilinearIsStock(TestedKernels tested) throws Exception {
        compare(tested.kernels().set().bilinear(), RenderingHints.VALUE_INTERPOLATION_BILINEAR, 1);
    }

    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void bicubicIsStock(TestedKernels tested) throws Exception {
        compare(tested.kernels().set().bicubic(), RenderingHints.VALUE_INTERPOLATION_BICUBIC, 2);
    }

    @ParameterizedTest
    @EnumSource(TestedKernels.class)
    void halvingIsBilinear(TestedKernels tested) throws Exception {
        Kernels kernels = tested.kernels();
        for (int i = 0; i < TestedKernels.OPERATIONS; i++) {
            Random random = new Random(5L << 32 | i);
            BufferedImage source = Rasters.image(random, SOURCES[random.nextInt(SOURCES.length)],
                    2 * Rasters.size(random, 200) + random.nextInt(2), 2 * Rasters.size(random, 200) + random.nextInt(2));
            int width = source.getWidth() / 2;
            int height = source.getHeight() / 2;
            BufferedImage expected = Rasters.image(
                    random, DESTINATIONS[random.nextInt(DESTINATIONS.length)], width, height);
            BufferedImage actual = Rasters.copy(expected);
            ScaleAxis x = ScaleAxis.of(2, 0, 0, width, source.getWidth());
            ScaleAxis y = ScaleAxis.of(2, 0, 0, height, source.getHeight());
            Interpolation kernel = kernels.interpolation(Kernels.Filter.BILINEAR, x, y);
            assertTrue(kernels.worksInPlace(kernel));
            new Bilinear().scale(Rasters.area(source), Rasters.area(expected), x, y);
            kernel.scale(Rasters.area(source), Rasters.area(actual), x, y);
            assertNull(Rasters.difference(expected, actual), "operation " + i);
            if (source.getType() == expected.getType()) {
                kernel.scale(Rasters.area(source), Rasters.area(source).part(0, 0, width, height), x, y);
                assertNull(pixelDifference(expected, source), "operation " + i + " in place");
            }
        }
    }

    private static String pixelDifference(BufferedImage small, BufferedImage large) {
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                if (small.getRGB(x, y) != large.getRGB(x, y)) {
                    return "at " + x + "," + y;
                }
            }
        }
        return null;
    }

    private static void compare(Interpolation kernel, Object hint, int seed) throws Exception {
        int drawn = 0;
        int operations = TestedKernels.OPERATIONS;
        for (int i = 0; i < operations; i++) {
            Random random = new Random((long) seed << 32 | i);
            if (compareOne(kernel, hint, random, "operation " + i)) {
                drawn++;
            }
        }
        assertTrue(drawn > operations / 3, drawn + " of " + operations + " drew anything");
    }

    private static boolean compareOne(Interpolation kernel, Object hint, Random random, String name) throws Exception {
        int most = random.nextInt(100) == 0 ? 1500 : 300;
        BufferedImage source = Rasters.image(random, SOURCES[random.nextInt(SOURCES.length)],
                Rasters.size(random, most), Rasters.size(random, most));
        BufferedImage expected = Rasters.image(random, DESTINATIONS[random.nextInt(DESTINATIONS.length)],
                Rasters.size(random, most), Rasters.size(random, most));
        BufferedImage actual = Rasters.copy(expected);
        AffineTransform transform = transform(random, source, expected);
        if ((transform.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0) {
            // Not scaled at all: Java2D copies, with the unused byte of TYPE_INT_RGB, and no kernel is asked.
            return false;
        }
        Rectangle clip = clip(random, expected);
        Graphics2D graphics = expected.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, hint);
        graphics.setComposite(random.nextBoolean() ? AlphaComposite.Src : AlphaComposite.SrcOver);
        graphics.setClip(clip);
        graphics.drawImage(source, transform, null);
        graphics.dispose();
        boolean drawn = draw(kernel, source, actual, transform, clip);
        assertNull(Rasters.difference(expected, actual), () -> name + ": " + source.getWidth() + " x "
                + source.getHeight() + " type " + source.getType() + " to type " + actual.getType() + " by " + transform);
        return drawn;
    }

    /** Mostly such that much of the destination is covered. */
    static AffineTransform transform(Random random, BufferedImage source, BufferedImage destination) {
        double width = destination.getWidth() * (0.3 + random.nextDouble()) + random.nextInt(3);
        double height = destination.getHeight() * (0.3 + random.nextDouble()) + random.nextInt(3);
        if (random.nextBoolean()) {
            width = Math.ceil(width);
            height = Math.ceil(height);
        }
        double left = random.nextInt(3) == 0 ? random.nextDouble() * 20 - 10 : random.nextInt(9) - 4;
        double top = random.nextInt(3) == 0 ? random.nextDouble() * 20 - 10 : random.nextInt(9) - 4;
        AffineTransform transform = new AffineTransform();
        transform.translate(left, top);
        if (random.nextInt(4) == 0) {
            transform.translate(width, 0);
            transform.scale(-1, 1);
        }
        if (random.nextInt(4) == 0) {
            transform.translate(0, height);
            transform.scale(1, -1);
        }
        transform.scale(width / source.getWidth(), height / source.getHeight());
        return transform;
    }

    static Rectangle clip(Random random, BufferedImage image) {
        Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
        if (random.nextInt(3) != 0) {
            return whole;
        }
        return whole.intersection(new Rectangle(random.nextInt(image.getWidth()), random.nextInt(image.getHeight()),
                Rasters.size(random, image.getWidth()), Rasters.size(random, image.getHeight())));
    }

    /** Does what the redirect does: the same bounds and the same inverse that stock computes. */
    static boolean draw(
            Interpolation kernel, BufferedImage source, BufferedImage destination, AffineTransform transform,
            Rectangle clip) throws Exception {
        Rectangle2D box = transform.createTransformedShape(
                new Rectangle(source.getWidth(), source.getHeight())).getBounds2D();
        int x1 = Math.max((int) Math.floor(box.getMinX()), clip.x);
        int y1 = Math.max((int) Math.floor(box.getMinY()), clip.y);
        int x2 = Math.min((int) Math.ceil(box.getMaxX()), clip.x + clip.width);
        int y2 = Math.min((int) Math.ceil(box.getMaxY()), clip.y + clip.height);
        if (x2 <= x1 || y2 <= y1) {
            return false;
        }
        AffineTransform inverse = transform.createInverse();
        ScaleAxis x = ScaleAxis.of(inverse.getScaleX(), inverse.getTranslateX(), x1, x2 - x1, source.getWidth());
        ScaleAxis y = ScaleAxis.of(inverse.getScaleY(), inverse.getTranslateY(), y1, y2 - y1, source.getHeight());
        if (x.length() == 0 || y.length() == 0) {
            return false;
        }
        kernel.scale(Rasters.area(source), Rasters.area(destination).part(x1, y1, x2 - x1, y2 - y1), x, y);
        return true;
    }
}
