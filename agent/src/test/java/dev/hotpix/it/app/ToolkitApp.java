package dev.hotpix.it.app;

import java.awt.Image;
import java.awt.Toolkit;
import java.awt.image.ColorModel;
import java.awt.image.ImageConsumer;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import javax.management.ObjectName;
import javax.swing.ImageIcon;

/**
 * Loads files through Toolkit and prints every call that an {@code ImageConsumer} gets.
 *
 * <p>Arguments: a folder, and a file with the names of files in it. With {@code -Dhotpixtest.counts=true} the number
 * of redirected decodes is printed last, behind {@code #}.
 */
public final class ToolkitApp {

    private static final int WAIT_SECONDS = 20;

    private ToolkitApp() {
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        Findings findings = new Findings(System.out);
        Toolkit toolkit = Toolkit.getDefaultToolkit();
        for (String name : Files.readAllLines(Path.of(args[1]))) {
            Path file = Path.of(args[0], name);
            byte[] bytes = Files.readAllBytes(file);
            findings.subject(name);
            findings.ask("array", () -> load(toolkit.createImage(bytes), Integer.MAX_VALUE));
            findings.ask("file", () -> load(toolkit.createImage(file.toString()), Integer.MAX_VALUE));
            findings.ask("URL", () -> load(toolkit.createImage(file.toUri().toURL()), Integer.MAX_VALUE));
            findings.ask("consumer leaves", () -> load(toolkit.createImage(bytes), 5));
            findings.ask("consumer throws", () -> load(toolkit.createImage(bytes), -5));
            findings.ask("icon", () -> {
                ImageIcon icon = new ImageIcon(bytes);
                return icon.getIconWidth() + "x" + icon.getIconHeight() + " " + icon.getImageLoadStatus();
            });
        }
        if (Boolean.getBoolean("hotpixtest.counts")) {
            System.out.println("# redirected " + ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("dev.hotpix:type=Agent"), "RedirectedDecodes"));
        }
    }

    private static String load(Image image, int rows) throws InterruptedException {
        Calls calls = new Calls(image, rows);
        image.getSource().startProduction(calls);
        if (!calls.done.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
            return "not complete: " + calls.text;
        }
        return calls.text + " rows " + calls.rows + " arrays " + calls.arrays + " samples " + calls.samples.getValue();
    }

    /** Writes calls down; leaves, or throws if the limit is negative, after some rows. */
    private static final class Calls implements ImageConsumer {
        private final CountDownLatch done = new CountDownLatch(1);
        private final StringBuilder text = new StringBuilder();
        private final CRC32 samples = new CRC32();
        private final Image image;
        private final int limit;
        private Object lastArray;
        private int arrays;
        private int rows;

        Calls(Image image, int limit) {
            this.image = image;
            this.limit = limit;
        }

        @Override
        public void setDimensions(int width, int height) {
            text.append("size ").append(width).append('x').append(height);
        }

        @Override
        public void setProperties(Hashtable<?, ?> properties) {
            text.append(" properties ").append(properties);
        }

        @Override
        public void setColorModel(ColorModel model) {
            text.append(" model ").append(model);
        }

        @Override
        public void setHints(int hints) {
            text.append(" hints ").append(hints);
        }

        @Override
        public void setPixels(int x, int y, int w, int h, ColorModel model, byte[] pixels, int offset, int stride) {
            samples.update(pixels);
            row(x, y, w, h, pixels, pixels.length, offset, stride);
        }

        @Override
        public void setPixels(int x, int y, int w, int h, ColorModel model, int[] pixels, int offset, int stride) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * pixels.length);
            bytes.asIntBuffer().put(pixels);
            samples.update(bytes);
            row(x, y, w, h, pixels, pixels.length, offset, stride);
        }

        private void row(int x, int y, int w, int h, Object array, int length, int offset, int stride) {
            for (int value : new int[] {x, y, w, h, length, offset, stride}) {
                samples.update(ByteBuffer.allocate(4).putInt(0, value));
            }
            arrays += array == lastArray ? 0 : 1;
            lastArray = array;
            if (++rows == limit) {
                image.getSource().removeConsumer(this);
                done.countDown();
            } else if (rows == -limit) {
                throw new IllegalStateException("enough");
            }
        }

        @Override
        public void imageComplete(int status) {
            text.append(" complete ").append(status);
            // As consumers do; one that stays is told of an error when the decoder is put away.
            image.getSource().removeConsumer(this);
            done.countDown();
        }
    }
}
