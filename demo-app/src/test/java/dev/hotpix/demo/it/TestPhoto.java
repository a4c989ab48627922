package dev.hotpix.demo.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture whose top is red, when it is seen as its EXIF orientation says, and below blue. */
final class TestPhoto {

    private TestPhoto() {}

    /** 400 × 300 as stored, so 300 × 400 as seen. @param orientation 6 or 8 */
    static byte[] markedOnTop(int orientation) throws IOException {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.BLUE);
        g.fillRect(0, 0, 400, 300);
        g.setColor(Color.RED);
        // A quarter turn clockwise brings the left edge to the top.
        g.fillRect(orientation == 6 ? 0 : 200, 0, 200, 300);
        g.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        byte[] file = jpeg.toByteArray();
        byte[] exif = {
            -1, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
            0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0,
        };
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(file, 0, 2);
        whole.writeBytes(exif);
        whole.write(file, 2, file.length - 2);
        return whole.toByteArray();
    }
}
