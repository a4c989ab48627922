package dev.hotpix.redirect;

import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.ReasonCounters;
import dev.hotpix.measure.VerifyResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Lets stock do a share of the redirected operations again, and counts the results. */
public final class Audit {

    /** What operations that wait for their turn may hold, unless said otherwise. */
    private static final long MOST_PENDING_BYTES = 96L << 20;

    private static final int SHARE_OF_HEAP = 8;
    private static final int MOST_FINDINGS = 16;

    /** An operation that has been done in stock's place, and can be done again. */
    public interface Repetition {

        /**
         * Lets stock do it, while this thread's operations are neither redirected nor measured.
         *
         * @return what differs, and of which operation; null if nothing
         */
        String difference() throws Throwable;
    }

    private final double share;
    private final Executor thread;
    private final Consumer<String> onDifference;
    private final long mostPending;
    private final AtomicLong pending = new AtomicLong();
    private final List<String> findings = new CopyOnWriteArrayList<>();
    private final ReasonCounters<VerifyResult> results =
            new ReasonCounters<>(VerifyResult.class, VerifyResult::label);

    /** With room for what whole images take. */
    public Audit(double share, Executor thread, Consumer<String> onDifference) {
        this(share, MOST_PENDING_BYTES, thread, onDifference);
    }

    /**
     * @param share of the redirected operations, 0 to 1
     * @param mostPendingBytes what operations that wait for their turn may hold, if that is no great part of the heap
     * @param thread runs stock: not one that the application waits for, unless they are to be done again at once
     * @param onDifference told of each difference
     */
    public Audit(double share, long mostPendingBytes, Executor thread, Consumer<String> onDifference) {
        this.share = share;
        this.mostPending = Math.min(mostPendingBytes, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        this.thread = thread;
        this.onDifference = onDifference;
    }

    /** How often what was the result. */
    public ReasonCounters<VerifyResult> results() {
        return results;
    }

    /** The first differences found. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** Whether this operation is one of the share. */
    public boolean chooses() {
        return share > 0 && (share >= 1 || ThreadLocalRandom.current().nextDouble() < share);
    }

    /**
     * Whether there is room for what an operation holds until it has had its turn. If not, it is counted as skipped;
     * if so, {@link #submit} or {@link #skip} must follow.
     */
    public boolean reserve(long bytes) {
        if (pending.addAndGet(bytes) <= mostPending) {
            return true;
        }
        skip(bytes);
        return false;
    }

    /** An operation cannot be done again. */
    public void skip(long reserved) {
        pending.addAndGet(-reserved);
        results.count(VerifyResult.SKIPPED);
    }

    /** Takes an operation that has been done. Never throws. */
    public void submit(Repetition repetition, long reserved) {
        try {
            thread.execute(() -> verify(repetition, reserved));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError refused) {
            skip(reserved);
        }
    }

    private void verify(Repetition repetition, long reserved) {
        boolean before = OperationTracker.suppressed(true);
        try {
            String finding = repetition.difference();
            results.count(finding == null ? VerifyResult.EQUAL : VerifyResult.DIFFERENT);
            if (finding != null) {
                if (findings.size() < MOST_FINDINGS) {
                    findings.add(finding);
                }
                onDifference.accept(finding);
            }
        } catch (Throwable failed) {
            results.count(VerifyResult.SKIPPED);
        } finally {
            pending.addAndGet(-reserved);
            OperationTracker.suppressed(before);
        }
    }
}
