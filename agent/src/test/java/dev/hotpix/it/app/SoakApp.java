package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;

/**
 * Decodes the files of a folder over and over on many threads, and encodes the pictures again, and prints
 * {@code decodes}, {@code encodes}, {@code wrong}, {@code redirected}, {@code encoded} (both with an agent), and resident
 * memory after the first third and at the end. Arguments: the folder, seconds, threads, and {@code agent} if there is one.
 */
public final class SoakApp {

    private static final int EVERY_ENCODE = 3;

    private final List<byte[]> files = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final LongAdder encodes = new LongAdder();
    private final LongAdder decodes = new LongAdder();
    private final LongAdder wrong = new LongAdder();

    private SoakApp(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.list(folder)) {
            paths = found.sorted().collect(Collectors.toList());
        }
        for (Path path : paths) {
            byte[] file = Files.readAllBytes(path);
            files.add(file);
            expected.add(decode(file));
            written.add(encode(files.size() - 1));
        }
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        ImageIO.setUseCache(false);
        SoakApp soak = new SoakApp(Path.of(args[0]));
        double seconds = Double.parseDouble(args[1]);
        int threads = Integer.parseInt(args[2]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        soak.run(pool, threads, seconds / 3);
        long warm = residentKilobytes();
        soak.run(pool, threads, seconds * 2 / 3);
        long end = residentKilobytes();
        pool.shutdown();
        System.out.println("decodes " + soak.decodes.sum());
        System.out.println("encodes " + soak.encodes.sum());
        System.out.println("wrong " + soak.wrong.sum());
        System.out.println("warm-kB " + warm);
        System.out.println("end-kB " + end);
        if (args.length > 3) {
            AgentCounts counts = new AgentCounts();
            System.out.println("redirected " + counts.redirected());
            System.out.println("encoded " + counts.redirectedEncodes());
        }
    }

    private static String decode(byte[] file) throws IOException {
        return ImageText.of(ImageIO.read(new ByteArrayInputStream(file)));
    }

    /** Every other picture with tables of its own, which takes the memory for all coefficients. */
    private String encode(int index) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(files.get(index)));
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            param.setOptimizeHuffmanTables(index % 2 == 1);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.size() + " " + ImageText.sha(bytes.toByteArray());
    }

    private void run(ExecutorService pool, int threads, double seconds)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            tasks.add(() -> {
                // At least once each, however slow the machine is.
                for (int i = first; i < first + files.size() || System.nanoTime() < end; i++) {
                    check(i % files.size());
                }
                return null;
            });
        }
        for (Future<Void> done : pool.invokeAll(tasks)) {
            done.get();
        }
    }

    private void check(int index) throws IOException {
        decodes.increment();
        if (!decode(files.get(index)).equals(expected.get(index))) {
            wrong.increment();
        }
        if (decodes.sum() % EVERY_ENCODE == 0) {
            encodes.increment();
            if (!encode(index).equals(written.get(index))) {
                wrong.increment();
            }
        }
    }

    private static long residentKilobytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }
}
