package dev.hotpix.bench;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the calls that woven methods make cost per operation, in time and, with {@code -prof gc}, in bytes; {@code -t 2}
 * lets two threads record into the same series. A benchmark of JMH:
 *
 * <pre>
 * mvn -q -pl agent test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     -Dexec.args="-cp %classpath org.openjdk.jmh.Main RecordingBenchmark -prof gc"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecordingBenchmark {

    private final OperationTracker on = new OperationTrackers(null).of(Operation.DECODE);
    private final OperationTracker off = new OperationTrackers(null).of(Operation.DECODE);
    private final OperationTracker attributed = new OperationTrackers(
            new CallSites(new NoLoader(), Set.of(RecordingBenchmark.class.getName()), List.of()))
            .of(Operation.DECODE);

    /** A loader of no class: so that classes of the agent, which are all there are here, pass for the application. */
    private static final class NoLoader extends ClassLoader {
    }

    /** Switches one of the trackers off. */
    public RecordingBenchmark() {
        off.enabled(false);
    }

    /** For comparison: each operation looks at the clock twice. */
    @Benchmark
    public long clock() {
        return System.nanoTime() ^ System.nanoTime();
    }

    @Benchmark
    public long operation() {
        return operation(on);
    }

    @Benchmark
    public long operationWithCallSite() {
        return operation(attributed);
    }

    @Benchmark
    public long operationSwitchedOff() {
        return operation(off);
    }

    /** As {@code ImageIO.read}, which calls {@code ImageReader.read}, which calls another. */
    @Benchmark
    public long operationOfThreeCalls() {
        long token = on.enter(Api.IMAGEIO);
        long inner = on.enter(Api.IMAGEIO);
        on.format(Format.JPEG);
        long result = operation(on) + on.exit(inner, Outcome.OK);
        return result + on.exit(token, Outcome.OK);
    }

    private static long operation(OperationTracker tracker) {
        long token = tracker.enter(Api.IMAGEIO);
        tracker.format(Format.JPEG);
        tracker.engine(Engine.LIBJPEG_TURBO);
        tracker.pixels(1_000_000);
        return tracker.exit(token, Outcome.OK);
    }
}
