package dev.hotpix.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Loads and initialises the classes of {@link ClassLoadingBench}, and says how many nanoseconds of CPU time that took.
 * Arguments: how many; {@code awake} to use an image first.
 */
final class ClassLoadingWorker {

    private ClassLoadingWorker() {
    }

    public static void main(String[] args) throws ReflectiveOperationException, InterruptedException {
        if (args[1].equals("awake")) {
            new java.awt.image.AffineTransformOp(new java.awt.geom.AffineTransform(), 1);
            javax.imageio.ImageIO.getReaderFormatNames();
            // The agent works on a thread of its own.
            Thread.sleep(5_000);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int count = Integer.parseInt(args[0]);
        long begin = threads.getCurrentThreadCpuTime();
        for (int i = 1; i <= count; i++) {
            Class.forName(ClassLoadingBench.name(i));
        }
        System.out.println(threads.getCurrentThreadCpuTime() - begin);
    }
}
