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
import java.util.Random;
import javax.imageio.ImageIO;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * An application of {@link OverheadBench}: does a command's work as often as it says and answers with the CPU
 * nanoseconds that took; after {@code pairs} with the times of each piece of work with the agent switched off and on in
 * turn. Arguments: JPEG files, of which {@code thumbnail-0} is done to the first, and so on.
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
            System.out.println(words[0].equals("pairs")
                    ? worker.pairs(words[1], Integer.parseInt(words[2]))
                    : Long.toString(worker.run(words[0], Integer.parseInt(words[1]))));
        }
    }

    /**
     * As {@code off on off on ...}; chance says which comes first, and what comes first after a switch does not count.
     * Chance, since a new generation that holds four images gives every fourth the same address: in step with it, one
     * of the two had the slower addresses throughout, which made a difference of 6 %.
     */
    private String pairs(String work, int pairs) throws IOException {
        Random chance = new Random(pairs);
        StringBuilder times = new StringBuilder();
        for (int pair = 0; pair < pairs; pair++) {
            long[] offAndOn = new long[2];
            int first = chance.nextInt(2);
            run(work, chance.nextInt(2));
            for (int turn = 0; turn < 2; turn++) {
                int on = first ^ turn;
                switchAgent(on == 1);
                run(work, 1);
                offAndOn[on] = run(work, 1);
            }
            times.append(offAndOn[0]).append(' ').append(offAndOn[1]).append(' ');
        }
        switchAgent(true);
        return times.toString();
    }

    private static void switchAgent(boolean on) throws IOException {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .setAttribute(new ObjectName("dev.hotpix:type=Agent"), new Attribute("Enabled", on));
        } catch (JMException e) {
            throw new IOException(e);
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
