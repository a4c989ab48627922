package dev.hotpix.demo.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LandscapeTest {

    @Test
    void sameSeedSamePicture() {
        byte[] first = samples(Landscape.paint(Palette.DUSK, 120, 90, 3));
        assertArrayEquals(first, samples(Landscape.paint(Palette.DUSK, 120, 90, 3)));
        assertFalse(Arrays.equals(first, samples(Landscape.paint(Palette.DUSK, 120, 90, 4))));
    }

    @ParameterizedTest
    @EnumSource
    void aboutAsHardToDecodeAsAPhoto(Palette palette) throws Exception {
        BufferedImage image = Landscape.paint(palette, 640, 480, 1);
        assertEquals(BufferedImage.TYPE_3BYTE_BGR, image.getType());
        double bitsPerPixel = 8.0 * JpegEncoder.encode(image, 0.9f, false).length / (640 * 480);
        // Photos of telephones have 1.5 to 4 at this quality; a drawing has a tenth of it.
        assertTrue(bitsPerPixel > 1.2 && bitsPerPixel < 4, palette + " " + bitsPerPixel);
    }

    private static byte[] samples(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
