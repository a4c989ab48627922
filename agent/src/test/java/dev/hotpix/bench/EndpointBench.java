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
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import net.coobird.thumbnailator.Thumbnails;

/**
 * CPU time of what a thumbnail endpoint does: bytes of a JPEG of 12 megapixels in, Thumbnailator, bytes of a JPEG out.
 * Stock, redirected but for the encode, and redirected, by turns, in one JVM, switched through JMX. See {@link #USAGE}.
 */
final class EndpointBench {

    private static final String USAGE = String.join("\n",
            "java -javaagent:agent/target/hotpix-agent.jar=start=sync -cp agent/target/test-classes:thumbnailator.jar",
            "    dev.hotpix.bench.EndpointBench [--rounds N] [--size N]... [--file photo.jpg]",
            "",
            "Prints CPU milliseconds per thumbnail, medians, and ratios within a round: the median and the range.",
            "  --rounds  rounds of turns that count (15), after ten that warm up",
            "  --size    largest side of the thumbnail (256); more than one may be given",
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
    private byte[] expected;

    /** What is redirected in a turn. */
    private enum Lane {
        STOCK, NO_ENCODE, ALL
    }

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
        Table table = new Table("photo of " + photo.length + " bytes, to size", "stock ms", "stock encode ms",
                "redirected ms", "stock/stock encode", "stock/redirected", "lowest", "highest");
        List<String> sizes = arguments.all("--size").isEmpty() ? List.of("256") : arguments.all("--size");
        for (String size : sizes) {
            new EndpointBench(photo, Integer.parseInt(size)).run(arguments.number("--rounds", 15), table);
        }
        table.print(System.out);
    }

    private void run(int rounds, Table table) throws JMException, IOException {
        Map<Lane, List<Double>> millis = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            millis.put(lane, new ArrayList<>());
        }
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (Lane lane : Lane.values()) {
                double took = turn(lane);
                if (round >= 0) {
                    millis.get(lane).add(took);
                }
            }
        }
        System.out.println("engines: " + server.getAttribute(agent, "Status") + ", resize now "
                + server.getAttribute(agent, "ResizeEngine"));
        List<Double> partly = ratios(millis.get(Lane.STOCK), millis.get(Lane.NO_ENCODE));
        List<Double> ratios = ratios(millis.get(Lane.STOCK), millis.get(Lane.ALL));
        table.row(Integer.toString(size), Figures.text(Figures.median(millis.get(Lane.STOCK)), 1),
                Figures.text(Figures.median(millis.get(Lane.NO_ENCODE)), 1),
                Figures.text(Figures.median(millis.get(Lane.ALL)), 1), Figures.text(Figures.median(partly), 2),
                Figures.text(Figures.median(ratios), 2), Figures.text(Collections.min(ratios), 2),
                Figures.text(Collections.max(ratios), 2));
    }

    private static List<Double> ratios(List<Double> ofStock, List<Double> ofOther) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ofStock.size(); i++) {
            ratios.add(ofStock.get(i) / ofOther.get(i));
        }
        return ratios;
    }

    private double turn(Lane lane) throws JMException, IOException {
        server.setAttribute(agent, new Attribute("JpegDecodeRedirectEnabled", lane != Lane.STOCK));
        server.setAttribute(agent, new Attribute("ResizeRedirectEnabled", lane != Lane.STOCK));
        server.setAttribute(agent, new Attribute("JpegEncodeRedirectEnabled", lane == Lane.ALL));
        long begin = THREADS.getCurrentThreadCpuTime();
        byte[] first = thumbnail();
        byte[] second = thumbnail();
        double millis = (THREADS.getCurrentThreadCpuTime() - begin) / 2e6;
        expected = expected == null ? first : expected;
        if (!Arrays.equals(first, expected) || !Arrays.equals(second, expected)) {
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
