package dev.hotpix.doctor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/** What an operation takes: CPU time of the calling thread, which hardly depends on what else the machine does. */
final class WorkClock {

    private WorkClock() {
    }

    /** Nanoseconds; of time that passes, where the JVM tells no CPU time. */
    static LongSupplier nanos() {
        return ModuleLayer.boot().findModule("java.management").isPresent() ? Cpu.nanos() : System::nanoTime;
    }

    /** Apart, since it cannot be loaded without management. */
    private static final class Cpu {
        static LongSupplier nanos() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                    ? threads::getCurrentThreadCpuTime : System::nanoTime;
        }
    }
}
