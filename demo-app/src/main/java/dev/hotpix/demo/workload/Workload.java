package dev.hotpix.demo.workload;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The files, and the work on them. */
public final class Workload {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Job job;
    private final List<Path> paths = new ArrayList<>();

    // Soft, so that a folder larger than the heap can be raced too; files are read outside the timed part.
    private final List<SoftReference<Job.Task>> tasks = new ArrayList<>();

    public Workload(Job job) {
        this.job = job;
        ImageIO.setUseCache(false);
    }

    int load(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new IOException("cannot be read: " + path);
        }
        tasks.add(new SoftReference<>(null));
        paths.add(path);
        return paths.size() - 1;
    }

    int size() {
        return paths.size();
    }

    Object run(int index) throws IOException {
        return task(index).run();
    }

    /** Does it {@code repeat} times; the total wall clock and CPU nanoseconds of this thread. */
    String time(int index, int repeat) throws IOException {
        Job.Task task = task(index);
        long cpuStart = cpuNanos();
        long wallStart = System.nanoTime();
        for (int i = 0; i < repeat; i++) {
            task.run();
        }
        long wall = System.nanoTime() - wallStart;
        long cpu = cpuStart < 0 ? -1 : cpuNanos() - cpuStart;
        return wall + " " + cpu;
    }

    private Job.Task task(int index) throws IOException {
        Job.Task task = tasks.get(index).get();
        if (task == null) {
            task = job.of(Files.readAllBytes(paths.get(index)));
            tasks.set(index, new SoftReference<>(task));
        }
        return task;
    }

    private static long cpuNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
    }
}
