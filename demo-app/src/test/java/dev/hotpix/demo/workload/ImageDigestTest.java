package dev.hotpix.demo.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ImageDigestTest {

    @Test
    void sameContentSameDigest() {
        for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_BYTE_INDEXED; type++) {
            assertEquals(ImageDigest.of(image(type)), ImageDigest.of(image(type)));
        }
        assertTrue(ImageDigest.of(image(BufferedImage.TYPE_3BYTE_BGR)).matches("image [0-9a-f]{64} 9x7 type=5"));
    }

    @Test
    void oneSampleMatters() {
        for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_BYTE_INDEXED; type++) {
            BufferedImage changed = image(type);
            WritableRaster raster = changed.getRaster();
            raster.setSample(8, 6, 0, raster.getSample(8, 6, 0) ^ 1);
            assertNotEquals(ImageDigest.of(image(type)), ImageDigest.of(changed), "type " + type);
        }
    }

    @Test
    void typeAndSizeMatter() {
        String digest = ImageDigest.of(new BufferedImage(4, 6, BufferedImage.TYPE_3BYTE_BGR));
        assertNotEquals(digest, ImageDigest.of(new BufferedImage(4, 6, BufferedImage.TYPE_INT_RGB)));
        assertNotEquals(digest, ImageDigest.of(new BufferedImage(6, 4, BufferedImage.TYPE_3BYTE_BGR)));
    }

    @Test
    void colorsMatterThoughSamplesAreTheSame() {
        assertNotEquals(custom(ColorSpace.CS_sRGB), custom(ColorSpace.CS_LINEAR_RGB));
        byte[] dark = {0, 1};
        byte[] light = {0, 99};
        assertNotEquals(indexed(dark), indexed(light));
    }

    @Test
    void noReaderAndExceptions() {
        assertEquals("none", ImageDigest.of(null));
        assertEquals(
                "java.io.IOException: broken <- java.lang.IllegalStateException: deep",
                ImageDigest.ofException(new IOException("broken", new IllegalStateException("deep"))));
    }

    private static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(9, 7, type);
        for (int x = 0; x < 9; x++) {
            image.setRGB(x, x % 7, 0xFF102030 * (x + 1));
        }
        return image;
    }

    private static String custom(int colorSpace) {
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(colorSpace), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return ImageDigest.of(new BufferedImage(model, model.createCompatibleWritableRaster(3, 3), false, null));
    }

    private static String indexed(byte[] palette) {
        IndexColorModel model = new IndexColorModel(8, 2, palette, palette, palette);
        return ImageDigest.of(new BufferedImage(3, 3, BufferedImage.TYPE_BYTE_INDEXED, model));
    }
}
