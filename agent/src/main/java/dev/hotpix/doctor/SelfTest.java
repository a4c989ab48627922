package dev.hotpix.doctor;

import dev.hotpix.publish.jmx.AgentMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Does the same image operations with the redirect off and on, in turn, through the switches that users have; compares
 * every sample, or byte, and measures. What it finds is true of this machine as loaded as it is now.
 */
final class SelfTest {

    private static final String CHECK = "self-test";
    private static final int FEWEST_PAIRS = 3;
    private static final int MOST_PAIRS = 500;

    /** How long an operation may take until it is redirected. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(8);

    /** The same of one whose kernels are compiled and tried first, which takes as long on a busy machine. */
    private static final long TRIAL_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Between two attempts, which share the processors with the compiler. */
    private static final int PAUSE_MILLIS = 10;

    private final AgentMXBean agent;
    private final double seconds;
    private final LongSupplier clock = WorkClock.nanos();
    private final List<Measured> rows = new ArrayList<>();
    /** What stock did on both sides, and why. */
    private final List<String> left = new ArrayList<>();
    private Throwable failure;

    /** @param seconds how long to measure; 0: one pair of decodes, to compare */
    SelfTest(AgentMXBean agent, double seconds) {
        this.agent = agent;
        this.seconds = seconds;
    }

    void run() {
        try {
            run(seconds == 0 ? new TestOperation[] {TestImages.baselineDecode()} : TestImages.operations());
        } catch (Exception | LinkageError broken) {
            failure = broken;
        }
    }

    /** Does those of which a redirect is on. */
    void run(TestOperation... operations) throws Exception {
        for (TestOperation operation : operations) {
            if (operation.isRedirected(agent)) {
                rows.add(measure(operation, seconds / operations.length));
            }
        }
    }

    private Measured measure(TestOperation operation, double time) throws Exception {
        boolean redirected = warmUp(operation);
        List<Long> stock = new ArrayList<>();
        List<Long> ours = new ArrayList<>();
        boolean equal = true;
        long budget = (long) (time * TimeUnit.SECONDS.toNanos(1));
        compile(operation, budget / 2);
        long end = clock.getAsLong() + budget;
        int fewest = time == 0 ? 1 : FEWEST_PAIRS;
        for (int pair = 0; pair < fewest || pair < MOST_PAIRS && clock.getAsLong() < end; pair++) {
            // Each goes first in half of the pairs.
            TestOperation.Result first = timed(operation, pair % 2 == 0, pair % 2 == 0 ? ours : stock);
            TestOperation.Result second = timed(operation, pair % 2 != 0, pair % 2 != 0 ? ours : stock);
            equal &= first.isSameAs(second);
        }
        operation.redirect(agent, true);
        if (!redirected) {
            Map<String, String> states = states(operation);
            left.add(operation.name() + " " + (states.isEmpty() ? operation.fallbacks(agent) : states));
        }
        return new Measured(operation.name(), stock.size(), median(stock), median(ours), equal, redirected);
    }

    /** Lets the JVM compile what the redirect runs, at this size of image. */
    private void compile(TestOperation operation, long nanos) throws Exception {
        long end = clock.getAsLong() + nanos;
        for (int i = 0; i < MOST_PAIRS && clock.getAsLong() < end; i++) {
            operation.run();
        }
    }

    /** Until the redirect has taken one, or never will. */
    private boolean warmUp(TestOperation operation) throws Exception {
        operation.redirect(agent, false);
        operation.run();
        operation.redirect(agent, true);
        long end = System.nanoTime() + (operation.kind() == null ? PATIENCE_NANOS : TRIAL_PATIENCE_NANOS);
        while (System.nanoTime() < end) {
            // Asked before: what is decided meanwhile shows at the next attempt.
            boolean decided = isDecided(operation);
            long before = operation.redirected(agent);
            operation.run();
            if (operation.redirected(agent) > before) {
                return true;
            }
            if (decided) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    /** Whether the trials of an operation are over; of what is not tried nobody knows. */
    private boolean isDecided(TestOperation operation) {
        Collection<String> states = states(operation).values();
        return !states.isEmpty() && states.stream().noneMatch(AgentChecks::isUndecided);
    }

    /** What serves an operation, or why nothing does, by the layouts of its images; empty for one that is not tried. */
    private Map<String, String> states(TestOperation operation) {
        Map<String, String> states = new LinkedHashMap<>();
        if (operation.kind() != null) {
            agent.getFacts().forEach((name, state) -> {
                if ((name + ".").startsWith(AgentChecks.KIND + operation.kind() + ".")) {
                    states.put(name.substring(AgentChecks.KIND.length()), state);
                }
            });
        }
        return states;
    }

    private TestOperation.Result timed(TestOperation operation, boolean redirect, List<Long> times) throws Exception {
        operation.redirect(agent, redirect);
        long begin = clock.getAsLong();
        TestOperation.Result result = operation.run();
        times.add(clock.getAsLong() - begin);
        return result;
    }

    private static long median(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Adds what was measured, and what it means. */
    void addTo(Report report) {
        report.measured().addAll(rows);
        if (failure != null) {
            report.add(Finding.failed(CHECK, "an image operation failed: " + failure,
                    "see whether it fails without Hotpix"));
            return;
        }
        List<String> different = new ArrayList<>();
        for (Measured row : rows) {
            if (!row.equal()) {
                different.add(row.operation());
            }
        }
        if (!different.isEmpty()) {
            report.add(Finding.failed(CHECK, "other samples or bytes than the JVM's own code: " + different,
                    "set hotpix.redirect to false and report this"));
        } else if (!left.isEmpty()) {
            report.add(Finding.off(CHECK, "left to the JVM's own code: " + left, "see the lines above; on a busy machine try again"));
        } else if (rows.isEmpty()) {
            report.add(Finding.note(CHECK, "nothing to test: nothing is redirected"));
        } else {
            report.add(Finding.ok(CHECK, "same image types, samples and bytes as the JVM's own code, pairs of operations: "
                    + rows.stream().mapToInt(Measured::pairs).sum()));
        }
    }
}
