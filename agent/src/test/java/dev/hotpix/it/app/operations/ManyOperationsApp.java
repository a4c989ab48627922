package dev.hotpix.it.app.operations;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Operations of all kinds from many threads at once. Arguments: number of threads, of operations of each thread. */
public final class ManyOperationsApp {

    private static final int PERIOD = 50;

    private final byte[] file;

    private ManyOperationsApp() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(Ledger.picture(4, 4, BufferedImage.TYPE_INT_RGB), "bmp", bytes);
        file = bytes.toByteArray();
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        int operations = Integer.parseInt(args[1]);
        ManyOperationsApp app = new ManyOperationsApp();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            Thread thread = new Thread(() -> app.work(operations));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("done");
    }

    /** In each fifty: a read, a write, two conversions, six transforms, and draws. */
    private void work(int operations) {
        BufferedImage image = Ledger.picture(40, 2, BufferedImage.TYPE_INT_RGB);
        BufferedImage canvas = new BufferedImage(33, 3, BufferedImage.TYPE_INT_RGB);
        BufferedImage gray = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage tiny = Ledger.picture(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        AffineTransformOp half = new AffineTransformOp(AffineTransform.getScaleInstance(0.5, 0.5), 1);
        BufferedImage halved = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        ColorConvertOp convert = new ColorConvertOp(null);
        Graphics2D graphics = canvas.createGraphics();
        try {
            for (int i = 0; i < operations; i++) {
                int turn = i % PERIOD;
                if (turn == 0) {
                    ImageIO.read(new ByteArrayInputStream(file));
                } else if (turn == 1) {
                    ImageIO.write(tiny, "bmp", new ByteArrayOutputStream());
                } else if (turn <= 3) {
                    convert.filter(tiny, gray);
                } else if (turn <= 9) {
                    half.filter(tiny, halved);
                } else {
                    graphics.drawImage(image, 0, 0, 33, 3, null);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
