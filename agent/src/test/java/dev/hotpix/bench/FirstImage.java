package dev.hotpix.bench;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A short tool: reads one image, says so, ends. */
final class FirstImage {

    private FirstImage() {
    }

    public static void main(String[] files) throws IOException {
        BufferedImage image = ImageIO.read(new File(files[0]));
        System.out.println(image.getWidth() + " x " + image.getHeight());
    }
}
