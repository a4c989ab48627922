package dev.hotpix.demo.workload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The files to decode, and the decoding of them, exactly as an ordinary application writes it. */
public final class Workload {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Path> paths = new ArrayList<>();

    // Soft, so that a folder larger than the heap can be raced too; files are read outside the timed part.
    private final List<SoftReference<byte[]>> contents = new ArrayList<>();

    public Workload() {
        ImageIO.setUseCache(false);
    }

    int load(Path path) throws IOException {
        contents.add(new SoftReference<>(Files.readAllBytes(path)));
        paths.add(path);
        return paths.size() - 1;
    }

    byte[] bytes(int index) throws IOException {
        byte[] bytes = contents.get(index).get();
        if (bytes == null) {
            bytes = Files.readAllBytes(paths.get(index));
            contents.set(index, new SoftReference<>(bytes));
        }
        return bytes;
    }

    BufferedImage decode(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** Decodes {@code repeat} times; the total wall clock and CPU nanoseconds of this thread. */
    String time(byte[] file, int repeat) throws IOException {
        long cpuStart = cpuNanos();
        long wallStart = System.nanoTime();
        for (int i = 0; i < repeat; i++) {
            decode(file);
        }
        long wall = System.nanoTime() - wallStart;
        long cpu = cpuStart < 0 ? -1 : cpuNanos() - cpuStart;
        return wall + " " + cpu;
    }

    private static long cpuNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
    }
}
