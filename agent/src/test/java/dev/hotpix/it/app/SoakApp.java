package dev.hotpix.it.app;

import java.io.ByteArrayInputStream;
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
import javax.imageio.ImageIO;

/**
 * Decodes the files of a folder over and over on many threads and prints {@code decodes}, {@code wrong},
 * {@code redirected} (with an agent), and resident memory after the first third and at the end. Arguments: the
 * folder, seconds, threads, and {@code agent} if there is one.
 */
public final class SoakApp {

    private final List<byte[]> files = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
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
        System.out.println("wrong " + soak.wrong.sum());
        System.out.println("warm-kB " + warm);
        System.out.println("end-kB " + end);
        if (args.length > 3) {
            System.out.println("redirected " + new AgentCounts().redirected());
        }
    }

    private static String decode(byte[] file) throws IOException {
        return ImageText.of(ImageIO.read(new ByteArrayInputStream(file)));
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
