package dev.hotpix.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import net.coobird.thumbnailator.Thumbnails;

/**
 * CPU time of what a thumbnail endpoint does: bytes of a JPEG of 12 megapixels in, Thumbnailator, bytes of a JPEG out.
 * Redirected and not by turns, in one JVM, switched through JMX. See {@link #USAGE}.
 */
final class EndpointBench {

    private static final String USAGE = String.join("\n",
            "java -javaagent:agent/target/hotpix-agent.jar=start=sync -cp agent/target/test-classes:thumbnailator.jar",
            "    dev.hotpix.bench.EndpointBench [--rounds N] [--size N] [--file photo.jpg]",
            "",
            "  --rounds  pairs of turns that count (15), after ten that warm up",
            "  --size    largest side of the thumbnail (256)",
            "  --file    another photo than one made of noise on gradients",
            "");

    private static final int WARM_UP_ROUNDS = 10;
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName agent;
    private final byte[] photo;
    private final int size;

    private EndpointBench(byte[] photo, int size) throws JMException {
        this.agent = new ObjectName("dev.hotpix:type=Agent");
        this.photo = photo;
        this.size = size;
    }

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.parse(words, USAGE, "--rounds", "--size", "--file");
        byte[] photo = arguments.last("--file").isPresent()
                ? Files.readAllBytes(Path.of(arguments.last("--file").get())) : photo();
        Setting.print(System.out, EndpointBench.class, words);
        System.out.println("JVM:     " + Runtime.version());
        new EndpointBench(photo, arguments.number("--size", 256)).run(arguments.number("--rounds", 15));
    }

    private void run(int rounds) throws JMException, IOException {
        List<Double> stock = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            double off = turn(false);
            double on = turn(true);
            if (round >= 0) {
                stock.add(off);
                ours.add(on);
                ratios.add(off / on);
            }
        }
        System.out.println("engines: " + server.getAttribute(agent, "Status") + ", resize now "
                + server.getAttribute(agent, "ResizeEngine"));
        Table table = new Table("photo bytes", "stock ms", "redirected ms", "stock/redirected", "lowest", "highest");
        table.row(Integer.toString(photo.length), Figures.text(Figures.median(stock), 1),
                Figures.text(Figures.median(ours), 1), Figures.text(Figures.median(ratios), 2),
                Figures.text(ratios.stream().min(Double::compare).get(), 2),
                Figures.text(ratios.stream().max(Double::compare).get(), 2));
        table.print(System.out);
    }

    private double turn(boolean redirect) throws JMException, IOException {
        server.setAttribute(agent, new Attribute("JpegDecodeRedirectEnabled", redirect));
        server.setAttribute(agent, new Attribute("ResizeRedirectEnabled", redirect));
        long begin = THREADS.getCurrentThreadCpuTime();
        byte[] first = thumbnail();
        byte[] second = thumbnail();
        double millis = (THREADS.getCurrentThreadCpuTime() - begin) / 2e6;
        if (!Arrays.equals(first, second)) {
            throw new AssertionError("two thumbnails of one photo");
        }
        return millis;
    }

    private byte[] thumbnail() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(new ByteArrayInputStream(photo)).size(size, size).outputFormat("jpg").toOutputStream(out);
        return out.toByteArray();
    }

    private static byte[] photo() throws IOException {
        Random random = new Random(1);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = random.nextInt(24);
                row[x] = (x * 230 / WIDTH + noise) << 16 | (y * 230 / HEIGHT + noise) << 8
                        | ((x / 50 + y / 40) * 7 & 127) + noise;
            }
            image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}
