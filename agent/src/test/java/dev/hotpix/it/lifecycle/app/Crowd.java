package dev.hotpix.it.lifecycle.app;

import java.awt.Toolkit;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.swing.ImageIcon;

/** Its threads start at once, each with another part of the JDK's image code, which is loaded while it is woven. */
public final class Crowd {

    private static final int TIMES = 2;

    private Crowd() {
    }

    public static void main(String[] args) throws Exception {
        Map<String, Callable<Object>> uses = uses(args[0]);
        Map<String, String> answers = new TreeMap<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        uses.forEach((name, use) -> threads.add(new Thread(() -> {
            String answer;
            try {
                start.await();
                answer = String.valueOf(use.call());
                for (int i = 1; i < TIMES; i++) {
                    answer = String.valueOf(use.call()).equals(answer) ? answer : "not always " + answer;
                }
            } catch (Throwable failure) {
                failure.printStackTrace();
                answer = failure.toString();
            }
            synchronized (answers) {
                answers.put(name, answer);
            }
        }, name)));
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        answers.forEach((name, answer) -> System.out.println(name + "=" + answer));
    }

    private static Map<String, Callable<Object>> uses(String file) {
        Map<String, Callable<Object>> uses = new TreeMap<>();
        uses.put("read", () -> Picture.read(file));
        uses.put("reader", () -> {
            try (ImageInputStream in = ImageIO.createImageInputStream(new File(file))) {
                ImageReader reader = ImageIO.getImageReaders(in).next();
                reader.setInput(in);
                return Picture.describe(reader.read(0, reader.getDefaultReadParam()));
            }
        });
        uses.put("thumbnail", () -> Thumbnails.make(file));
        uses.put("toolkit", () -> new ImageIcon(Toolkit.getDefaultToolkit().createImage(file)).getIconWidth());
        uses.put("icon", () -> new ImageIcon(file).getIconHeight());
        uses.put("affine", () -> Picture.describe(new AffineTransformOp(AffineTransform.getScaleInstance(2, 2),
                AffineTransformOp.TYPE_BICUBIC).filter(blank(), null)));
        uses.put("convert", () -> Picture.describe(new ColorConvertOp(null).filter(
                blank(), new BufferedImage(50, 40, BufferedImage.TYPE_BYTE_GRAY))));
        uses.put("formats", () -> ImageIO.getReaderFormatNames().length);
        uses.put("writer", () -> ImageIO.getImageWritersByFormatName("jpeg").next().getDefaultWriteParam()
                .canWriteProgressive());
        return uses;
    }

    private static BufferedImage blank() {
        return new BufferedImage(50, 40, BufferedImage.TYPE_INT_RGB);
    }
}
