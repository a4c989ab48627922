package dev.hotpix.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * An application of {@link OverheadBench}: does a command's work as often as it says and answers with the CPU
 * nanoseconds that took. Arguments: JPEG files, of which {@code thumbnail-0} is done to the first, and so on.
 */
final class OverheadWorker {

    private static final int THUMBNAIL = 200;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<byte[]> files = new ArrayList<>();
    private final BufferedImage icon = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
    private final Graphics2D canvas =
            new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB).createGraphics();

    private OverheadWorker(String... names) throws IOException {
        for (String name : names) {
            files.add(Files.readAllBytes(Path.of(name)));
        }
        for (int i = 0; i < 256; i++) {
            icon.setRGB(i % 16, i / 16, 0xff000000 | i * 65_793);
        }
    }

    public static void main(String[] args) throws IOException {
        ImageIO.setUseCache(false);
        OverheadWorker worker = new OverheadWorker(args);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            String[] words = command.split(" ");
            System.out.println(worker.run(words[0], Integer.parseInt(words[1])));
        }
    }

    private long run(String work, int times) throws IOException {
        long begin = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            switch (work) {
                case "nearest":
                    canvas.drawImage(icon, i % 300, i % 200, 20, 20, null);
                    break;
                case "bilinear":
                    canvas.setRenderingHint(
                            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                    canvas.drawImage(icon, i % 300, i % 200, 20, 20, null);
                    canvas.setRenderingHint(
                            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
                    break;
                default:
                    thumbnail(files.get(Integer.parseInt(work.substring(work.indexOf('-') + 1))));
            }
        }
        return threads.getCurrentThreadCpuTime() - begin;
    }

    private void thumbnail(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        BufferedImage small = new BufferedImage(THUMBNAIL, THUMBNAIL, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, THUMBNAIL, THUMBNAIL, null);
        graphics.dispose();
    }
}
