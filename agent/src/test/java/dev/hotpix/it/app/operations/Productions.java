package dev.hotpix.it.app.operations;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.image.AreaAveragingScaleFilter;
import java.awt.image.BufferedImage;
import java.awt.image.FilteredImageSource;
import java.awt.image.ImageFilter;
import java.awt.image.MemoryImageSource;
import java.awt.image.PixelGrabber;
import java.awt.image.RGBImageFilter;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.swing.ImageIcon;

/** Images whose pixels are produced later, or on another thread. Every pixel that is got is a result. */
final class Productions {

    private final Ledger ledger;
    private final Path folder;
    private final Toolkit toolkit = Toolkit.getDefaultToolkit();

    Productions(Ledger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    void run() throws Exception {
        scaledFromMemory();
        loads();
        scaledWhileLoaded();
        failures();
    }

    private void grab(Image image) throws InterruptedException {
        PixelGrabber grabber = new PixelGrabber(image, 0, 0, -1, -1, true);
        if (!grabber.grabPixels()) {
            throw new IllegalStateException("no pixels");
        }
        ledger.result((int[]) grabber.getPixels());
    }

    private void draw(Image image) {
        BufferedImage canvas = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        ledger.result(canvas);
    }

    private void scaledFromMemory() throws Exception {
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED}) {
            BufferedImage source = Ledger.picture(100, 80, type);
            for (int hints : new int[] {Image.SCALE_DEFAULT, Image.SCALE_FAST, Image.SCALE_SMOOTH,
                Image.SCALE_REPLICATE, Image.SCALE_AREA_AVERAGING}) {
                // Its pixels are kept from the first draw on.
                ledger.run(() -> drawThrice(source.getScaledInstance(50, -1, hints)),
                        "resize unknown toolkit ok 2000");
                ledger.run(() -> drawFlushed(source.getScaledInstance(200, 160, hints)),
                        "resize unknown toolkit ok 32000", "resize unknown toolkit ok 32000");
                ledger.run(() -> grab(source.getScaledInstance(20, 10, hints)),
                        "resize unknown toolkit ok 200");
                // Never produced.
                ledger.run(() -> source.getScaledInstance(50, 40, hints));
            }
        }
        Image memory = toolkit.createImage(memory());
        ledger.run(() -> draw(memory.getScaledInstance(50, 40, Image.SCALE_SMOOTH)),
                "resize unknown toolkit ok 2000");
        ledger.run(() -> grab(filtered(new AreaAveragingScaleFilter(30, 20))),
                "resize unknown toolkit ok 600");
        ledger.run(() -> grab(filtered(new Inverting())));
    }

    private static MemoryImageSource memory() {
        int[] pixels = new int[100 * 80];
        Arrays.setAll(pixels, i -> 0xff000000 | i * 2_654_435);
        return new MemoryImageSource(100, 80, pixels, 0, 100);
    }

    private Image filtered(ImageFilter filter) {
        return toolkit.createImage(new FilteredImageSource(memory(), filter));
    }

    private void drawThrice(Image image) {
        draw(image);
        draw(image);
        draw(image);
    }

    private void drawFlushed(Image image) {
        draw(image);
        image.flush();
        draw(image);
    }

    /** A filter that scales nothing. */
    private static final class Inverting extends RGBImageFilter {
        @Override
        public int filterRGB(int x, int y, int rgb) {
            return ~rgb | 0xff000000;
        }
    }

    /** A grabber asks for pixels once. */
    private void loads() throws Exception {
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            Path file = folder.resolve("picture." + format);
            byte[] bytes = Files.readAllBytes(file);
            String once = "decode " + format + " toolkit ok 8000";
            ledger.run(() -> grab(toolkit.createImage(file.toString())), once);
            ledger.run(() -> grab(toolkit.createImage(bytes, 0, bytes.length)), once);
            ledger.run(() -> grab(toolkit.createImage(file.toUri().toURL())), once);
            // Never loaded.
            ledger.run(() -> toolkit.createImage(file.toString()));
            icons(new CountedUrls(file), once);
        }
        byte[] animation = Files.readAllBytes(folder.resolve("animation.gif"));
        ledger.run(() -> grab(toolkit.createImage(animation)), "decode gif toolkit ok 8000");
    }

    /** An icon may be loaded twice: who waits for it can miss that it is there, and ask again. */
    private void icons(CountedUrls urls, String once) throws Exception {
        ledger.runCounted(() -> draw(new ImageIcon(urls.next()).getImage()), urls::loads, once);
        ledger.runCounted(() -> draw(drawThrice(new ImageIcon(urls.next()))), urls::loads, once);
    }

    private Image drawThrice(ImageIcon icon) {
        drawThrice(icon.getImage());
        return icon.getImage();
    }

    private void scaledWhileLoaded() throws Exception {
        for (String format : new String[] {"jpeg", "png", "gif"}) {
            byte[] bytes = Files.readAllBytes(folder.resolve("picture." + format));
            for (int hints : new int[] {Image.SCALE_DEFAULT, Image.SCALE_SMOOTH}) {
                ledger.run(() -> grab(toolkit.createImage(bytes).getScaledInstance(40, 30, hints)),
                        "decode " + format + " toolkit ok 8000", "resize unknown toolkit ok 1200");
            }
        }
    }

    private void failures() throws Exception {
        byte[] png = Files.readAllBytes(folder.resolve("picture.png"));
        byte[] cut = Arrays.copyOf(png, png.length / 2);
        ledger.run(() -> ask(toolkit.createImage(cut)), "decode png toolkit error 8000");
        byte[] text = "this is no picture".getBytes("US-ASCII");
        ledger.run(() -> ask(toolkit.createImage(text)), "decode unknown toolkit error 0");
        ledger.run(() -> ask(toolkit.createImage("no such file")), "decode unknown toolkit error 0");
    }

    private static void ask(Image image) throws InterruptedException {
        new PixelGrabber(image, 0, 0, -1, -1, true).grabPixels();
    }
}
