package dev.hotpix.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    private static final int A = 0xFF0000;
    private static final int B = 0x00FF00;
    private static final int C = 0x0000FF;

    /** Stored as "abc" over "def"; what the EXIF standard says is seen, row by row. */
    @ParameterizedTest
    @CsvSource({"1,abc/def", "2,cba/fed", "3,fed/cba", "4,def/abc",
        "5,ad/be/cf", "6,da/eb/fc", "7,fc/eb/da", "8,cf/be/ad"})
    void eachTagShowsTheLettersInTheirOrder(int tag, String seen) {
        Orientation orientation = Orientation.ofTag(tag);
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB}) {
            assertEquals(seen, letters(orientation.apply(picture(type))));
        }
        assertEquals(tag, orientation.tag());
        assertEquals(seen.indexOf('/') == 2, orientation.swapsSides());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1, 65535})
    void undefinedTagsMeanUpright(int tag) {
        assertSame(Orientation.UPRIGHT, Orientation.ofTag(tag));
    }

    @Test
    void uprightIsNotCopied() {
        BufferedImage image = picture(BufferedImage.TYPE_INT_RGB);
        assertSame(image, Orientation.UPRIGHT.apply(image));
    }

    private static BufferedImage picture(int type) {
        BufferedImage image = new BufferedImage(3, 2, type);
        int[] colors = {A, B, C, A | B, B | C, A | C};
        for (int i = 0; i < colors.length; i++) {
            image.setRGB(i % 3, i / 3, colors[i]);
        }
        return image;
    }

    private static String letters(BufferedImage image) {
        StringBuilder letters = new StringBuilder();
        for (int y = 0; y < image.getHeight(); y++) {
            letters.append(y == 0 ? "" : "/");
            for (int x = 0; x < image.getWidth(); x++) {
                letters.append(switch (image.getRGB(x, y) & 0xFFFFFF) {
                    case A -> 'a';
                    case B -> 'b';
                    case C -> 'c';
                    case A | B -> 'd';
                    case B | C -> 'e';
                    case A | C -> 'f';
                    default -> '?';
                });
            }
        }
        return letters.toString();
    }
}
