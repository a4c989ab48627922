package dev.hotpix.bench;

import com.sun.management.OperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The child of the decode benchmarks: an ordinary program that reads images from bytes in memory. Commands come
 * on standard input, one a line, each answered by one line that begins with {@code ok}.
 */
final class DecodeWorker {

    /** Keeps the compiler from dropping a decode whose image nobody looks at. */
    private static volatile BufferedImage sink;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final List<byte[]> files = new ArrayList<>();
    private final EncodeWork encodes = new EncodeWork(files);
    private final ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();

    private DecodeWorker() {
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        ImageIO.setUseCache(false);
        DecodeWorker worker = new DecodeWorker();
        answers.println("ok ready");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null && !line.equals("quit"); line = commands.readLine()) {
            answers.println("ok " + worker.answer(line.split(" ", 2)));
        }
    }

    private String answer(String[] words) throws IOException {
        switch (words[0]) {
            case "load":
                files.add(Files.readAllBytes(Path.of(words[1])));
                return String.valueOf(files.size() - 1);
            case "hash":
                return hash(ImageIO.read(new ByteArrayInputStream(files.get(Integer.parseInt(words[1])))));
            case "engine":
                return attribute("RedirectedDecodes") + " " + attribute("LastFallbackReason");
            case "encoders":
                return String.valueOf(attribute("RedirectedEncodes"));
            case "encoded":
                return encodes.hash(words[1].split(" "));
            case "encode":
                return encodes.time(words[1].split(" "));
            default:
                return decode(words[1].split(" "));
        }
    }

    /**
     * Times batches of equal decodes: {@code way index batches decodesPerBatch}. Answers nanoseconds per decode:
     * the thread's CPU time in the best batch, and in the mean the thread's and the process's.
     */
    private String decode(String[] words) throws IOException {
        boolean reused = words[0].equals("reader");
        byte[] file = files.get(Integer.parseInt(words[1]));
        int batches = Integer.parseInt(words[2]);
        int each = Integer.parseInt(words[3]);
        long best = Long.MAX_VALUE;
        long total = 0;
        long processStart = process.getProcessCpuTime();
        for (int batch = 0; batch < batches; batch++) {
            long start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < each; i++) {
                sink = reused ? readAgain(file) : ImageIO.read(new ByteArrayInputStream(file));
            }
            long took = threads.getCurrentThreadCpuTime() - start;
            best = Math.min(best, took);
            total += took;
        }
        long processTotal = process.getProcessCpuTime() - processStart;
        long decodes = (long) batches * each;
        return best / each + " " + total / decodes + " " + processTotal / decodes;
    }

    private BufferedImage readAgain(byte[] file) throws IOException {
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), true, true);
        return reader.read(0);
    }

    private static String hash(BufferedImage image) {
        CRC32 sum = new CRC32();
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte) {
            sum.update(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        } else {
            int[] row = new int[image.getWidth()];
            for (int y = 0; y < image.getHeight(); y++) {
                for (int pixel : image.getRGB(0, y, row.length, 1, row, 0, row.length)) {
                    sum.update(pixel);
                    sum.update(pixel >>> 8);
                    sum.update(pixel >>> 16);
                    sum.update(pixel >>> 24);
                }
            }
        }
        return image.getWidth() + "x" + image.getHeight() + ":" + image.getType() + ":"
                + Long.toHexString(sum.getValue());
    }

    private static Object attribute(String name) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            return server.getAttribute(new ObjectName("dev.hotpix:type=Agent"), name);
        } catch (JMException noAgent) {
            return -1;
        }
    }
}
