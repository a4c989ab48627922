package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.Kernels;
import dev.hotpix.measure.OperationTracker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Decides once in a JVM, for one kind of operation, which kernels may serve. The first operation starts it on the
 * background thread: random small operations are done by stock and through the redirect, and every pixel is
 * compared; then the kernels are timed against stock until they are compiled. Kernels that differ or are slower do
 * not serve; meanwhile stock does.
 */
final class KernelTrial {

    /** What is tried. */
    interface Work {

        /**
         * Does some random operations, each twice, with {@link KernelTrial#redirecting} off and on.
         *
         * @return whether all pixels were the same and the redirect served most of them
         */
        boolean isSameAsStock(KernelTrial trial);

        /** One operation of a usual size, over and over the same. */
        void run();
    }

    /**
     * Rounds after which kernels that have not beaten stock are given up. Counted, because on a busy machine clocks
     * say little: a round of code of the Vector API that is not yet compiled takes some 5 ms of CPU, of any other less
     * than one.
     */
    private static final int MOST_ROUNDS = 200;

    /** What it may take, waiting for the compiler on a busy machine. */
    private static final int MOST_MILLIS = 20_000;

    /** Pauses between rounds, in milliseconds: while the compiler is behind, running more is in vain. */
    private static final int PAUSE = 1;
    private static final int LONG_PAUSE = 10;
    private static final int LONGEST_PAUSE = 100;

    /** Rounds in a row in which kernels must be faster. */
    private static final int WINS = 3;
    private static final int RUNS = 4;

    /** How many times as slow as stock is what has not been compiled. */
    private static final int UNCOMPILED = 8;

    private enum State { UNTRIED, READY, DIFFERS, SLOWER }

    private final KernelTrials trials;
    private final Work work;
    private final boolean scalar;
    private final Runnable onDifference;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<State> done = new CompletableFuture<>();
    private volatile State state = State.UNTRIED;
    private volatile Kernels chosen;

    /** Used by the thread that tries only. */
    private Kernels candidate;
    private boolean redirecting;
    private int redirected;

    /**
     * @param scalar whether there are no kernels but in plain Java
     * @param onDifference told if kernels differ from stock
     */
    KernelTrial(KernelTrials trials, Work work, boolean scalar, Runnable onDifference) {
        this.trials = trials;
        this.work = work;
        this.scalar = scalar;
        this.onDifference = onDifference;
    }

    /** Whether it is over. */
    boolean isDone() {
        return state != State.UNTRIED;
    }

    /** The name of the kernels that were chosen, or null. */
    String serving() {
        Kernels kernels = chosen;
        return state == State.READY ? kernels.name() : null;
    }

    /** The kernels that may serve the calling thread, or null. */
    Kernels kernels() {
        if (state == State.READY) {
            return chosen;
        }
        if (trials.isTrying()) {
            return redirecting ? candidate : null;
        }
        if (started.compareAndSet(false, true)) {
            trials.background().execute(this::run);
        }
        return trials.patience().await(done, State.UNTRIED) == State.READY ? chosen : null;
    }

    /** Why there are none. */
    FallbackReason refusal() {
        return state == State.DIFFERS ? FallbackReason.PROBE_DIFFERS
                : state == State.SLOWER ? FallbackReason.SLOWER : FallbackReason.PROBE_PENDING;
    }

    /** The kernels that serve, or {@code stock} and why. */
    String describe() {
        return state == State.READY ? chosen.name()
                : "stock (" + (started.get() || state != State.UNTRIED ? refusal().label() : "not tried yet") + ")";
    }

    /** An operation has been redirected: counted while trying. */
    void served() {
        if (trials.isTrying()) {
            redirected++;
        }
    }

    /** Lets the redirect take the operations that follow, while trying. */
    void redirecting(boolean on) {
        redirecting = on;
    }

    /** Operations redirected while trying. */
    int redirected() {
        return redirected;
    }

    private void run() {
        boolean before = OperationTracker.suppressed(true);
        trials.trying(true);
        State result = State.DIFFERS;
        try {
            for (Kernels kernels : trials.candidates(scalar)) {
                candidate = kernels;
                result = !work.isSameAsStock(this) ? State.DIFFERS : isFaster() ? State.READY : State.SLOWER;
                if (result == State.READY) {
                    chosen = kernels;
                    break;
                }
            }
        } catch (RuntimeException | Error failed) {
            result = State.DIFFERS;
        } finally {
            trials.trying(false);
            candidate = null;
            state = result;
            done.complete(result);
            OperationTracker.suppressed(before);
            if (result == State.DIFFERS) {
                onDifference.run();
            }
        }
    }

    /** Alternates until the compiled kernels have been faster some times in a row. */
    private boolean isFaster() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS);
        int wins = 0;
        for (int round = 0; wins < WINS && round < MOST_ROUNDS && System.nanoTime() < deadline; round++) {
            long stock = best(false, Long.MAX_VALUE);
            long ours = best(true, stock * UNCOMPILED);
            wins = ours < stock ? wins + 1 : 0;
            pause(ours < stock ? PAUSE : ours < stock * UNCOMPILED ? PAUSE + round / 8
                    : Math.min(LONG_PAUSE + 2 * round, LONGEST_PAUSE));
        }
        return wins == WINS;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException nobodyWants) {
            Thread.currentThread().interrupt();
        }
    }

    /** The best of some runs; of one only, if that took longer than {@code tooLong}. */
    private long best(boolean redirect, long tooLong) {
        redirecting = redirect;
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS && (i == 0 || best < tooLong); i++) {
            long begin = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - begin);
        }
        redirecting = false;
        return best;
    }
}
