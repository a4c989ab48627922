package dev.hotpix.it.lifecycle.app;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Reads as applications do and boils what was read down to one comparable text. */
final class Picture {

    private Picture() {
    }

    static String read(String file) throws IOException {
        return describe(ImageIO.read(new File(file)));
    }

    static String describe(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return image.getWidth() + "x" + image.getHeight() + " type " + image.getType() + " "
                + Integer.toHexString(Arrays.hashCode(pixels));
    }
}
