package dev.hotpix.bench;

import com.sun.management.ThreadMXBean;
import dev.hotpix.measure.Api;
import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.function.LongUnaryOperator;

/** The calls that woven methods make, in loops. Loaded together with the agent's own classes. */
public final class TimingOverheadWork {

    private static final int CALLS = 500_000;
    private static final int WARM_UP_ROUNDS = 5;

    /** Every result goes in here, so that no call can be dropped. */
    private static volatile long sink;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Table table = new Table("per operation", "threads", "CPU ns", "best", "bytes allocated");
    private final int rounds;

    private TimingOverheadWork(int rounds) {
        this.rounds = rounds;
    }

    /** Runs and prints everything. */
    public static void run(int rounds) throws Exception {
        new TimingOverheadWork(rounds).runAll();
    }

    private void runAll() throws Exception {
        OperationTracker on = new OperationTrackers(null).of(Operation.DECODE);
        OperationTracker off = new OperationTrackers(null).of(Operation.DECODE);
        off.enabled(false);
        CallSites found = new CallSites(new NoLoader(), Set.of(TimingOverheadWork.class.getName()), List.of());
        OperationTracker sites = new OperationTrackers(found).of(Operation.DECODE);
        for (int count = 1; count <= 2; count++) {
            measure("two System.nanoTime, for comparison", count, i -> System.nanoTime() ^ System.nanoTime());
            measure("enter, exit", count, i -> on.exit(on.enter(Api.IMAGEIO), Outcome.OK));
            measure("enter, format, engine, pixels, exit", count, i -> operation(on, i));
            measure("the same with two nested calls, as ImageIO.read", count, i -> nested(on, i));
            measure("nested call alone, within an operation", count, i -> on.enter(Api.IMAGEIO), on);
            measure("the same as line 3, with call sites", count, i -> operation(sites, i));
            measure("the same as line 3, switched off", count, i -> operation(off, i));
        }
        table.print(System.out);
    }

    /** A loader of no class: so that classes of the agent, which are all there are here, pass for the application. */
    private static final class NoLoader extends ClassLoader {
    }

    private static long operation(OperationTracker tracker, long i) {
        long token = tracker.enter(Api.IMAGEIO);
        tracker.format(Format.JPEG);
        tracker.engine(Engine.LIBJPEG_TURBO);
        tracker.pixels(i);
        return tracker.exit(token, Outcome.OK);
    }

    private static long nested(OperationTracker tracker, long i) {
        long token = tracker.enter(Api.IMAGEIO);
        long inner = tracker.enter(Api.IMAGEIO);
        tracker.format(Format.JPEG);
        long innermost = tracker.enter(Api.IMAGEIO);
        tracker.format(Format.JPEG);
        tracker.engine(Engine.LIBJPEG_TURBO);
        tracker.pixels(i);
        long result = tracker.exit(innermost, Outcome.OK) + tracker.exit(inner, Outcome.OK);
        return result + tracker.exit(token, Outcome.OK);
    }

    private void measure(String label, int count, LongUnaryOperator call) throws Exception {
        measure(label, count, call, null);
    }

    /** @param around if not null, each loop runs within one operation of it */
    private void measure(String label, int count, LongUnaryOperator call, OperationTracker around) throws Exception {
        List<Double> nanos = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(count);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Thread worker = new Thread(() -> loops(call, around, together, nanos, bytes));
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        table.row(label, String.valueOf(count), Figures.text(Figures.median(nanos), 1),
                Figures.text(nanos.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN), 1),
                Figures.text(Figures.median(bytes), 3));
    }

    private void loops(LongUnaryOperator call, OperationTracker around, CyclicBarrier together,
            List<Double> nanos, List<Double> bytes) {
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            await(together);
            long token = around == null ? OperationTracker.NONE : around.enter(Api.IMAGEIO);
            long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            long start = threads.getCurrentThreadCpuTime();
            long sum = 0;
            for (long i = 0; i < CALLS; i++) {
                sum ^= call.applyAsLong(i);
            }
            long took = threads.getCurrentThreadCpuTime() - start;
            allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
            sink = sum;
            if (around != null) {
                around.exit(token, Outcome.OK);
            }
            if (round >= 0) {
                synchronized (nanos) {
                    nanos.add((double) took / CALLS);
                    bytes.add((double) allocated / CALLS);
                }
            }
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
