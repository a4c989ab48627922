package dev.hotpix.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small baseline JPEG files made on the spot: soft shapes with a little noise, as in a photo. */
final class Sample {

    private static final double NOISE = 6;

    private Sample() {
    }

    /** Writes a square image as ImageIO does by default: colour as 4:2:0, or gray. */
    static Path write(Path folder, int side, boolean gray) throws IOException {
        BufferedImage image = new BufferedImage(side, side,
                gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double shape = Math.sin(x * 0.11) * Math.cos(y * 0.07) + Math.sin((x + y) * 0.03);
                int red = sample(128 + 50 * shape, random);
                int green = gray ? red : sample(110 + 40 * Math.sin(y * 0.05) + 20 * shape, random);
                int blue = gray ? red : sample(140 - 45 * shape, random);
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        Path file = folder.resolve(side + (gray ? "-gray" : "") + ".jpg");
        if (!ImageIO.write(image, "jpeg", file.toFile())) {
            throw new IOException("this JVM writes no JPEG files");
        }
        return file;
    }

    private static int sample(double value, Random random) {
        return (int) Math.max(0, Math.min(255, value + NOISE * random.nextGaussian()));
    }
}
