package dev.hotpix.redirect.jpeg;

import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.ReasonCounters;
import dev.hotpix.measure.VerifyResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Does a share of the redirected reads again through stock, from the same bytes and with the same parameters, on
 * a thread of its own, and compares all that can be seen. Reads from streams of the application's own classes are
 * skipped, as they cannot be repeated unseen, and those whose destination or listeners are the application's, unless
 * the destination holds just what was decoded.
 */
public final class DecodeAudit {

    /** Bytes of files that wait for their turn. */
    private static final long MOST_PENDING_BYTES = 32L << 20;

    private static final int SHARE_OF_HEAP = 8;
    private static final int MOST_FINDINGS = 16;

    private final double share;
    private final Executor thread;
    private final Consumer<String> onDifference;
    private final AtomicLong pending = new AtomicLong();
    private final List<String> findings = new CopyOnWriteArrayList<>();
    private final ReasonCounters<VerifyResult> results =
            new ReasonCounters<>(VerifyResult.class, VerifyResult::label);

    /**
     * @param share of the redirected reads, 0 to 1
     * @param thread runs stock; not the application's, and not one that it waits for
     * @param onDifference told of each difference: what differs, the file's header and its SHA-256
     */
    public DecodeAudit(double share, Executor thread, Consumer<String> onDifference) {
        this.share = share;
        this.thread = thread;
        this.onDifference = onDifference;
    }

    /** How often what was the result. */
    public ReasonCounters<VerifyResult> results() {
        return results;
    }

    /** The first differences found: what differs, the file's header and its SHA-256. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** Whether this read is one of the share. */
    public boolean chooses() {
        return share > 0 && (share >= 1 || ThreadLocalRandom.current().nextDouble() < share);
    }

    /**
     * Takes a read that has just been done in stock's place, before the application sees it. Never throws.
     *
     * @param kept the rows that were delivered, if the read was watched
     */
    void take(
            ReadPlan plan, ReaderInternals internals, RasterTarget.Access rasters, RedirectedRead read,
            KeptRows kept) {
        try {
            if (read.isRepeatable() && (kept == null || plan.holds(kept, internals, rasters))) {
                submit(read.consumed(), () -> AuditedRead.of(plan, internals, read));
            } else {
                results.count(VerifyResult.SKIPPED);
            }
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            results.count(VerifyResult.SKIPPED);
        }
    }

    /** What is to be done again, once there is room for its file. */
    public interface Taking {
        /** Null if it cannot be done again. */
        Repeat take() throws Exception;
    }

    /** Something that was done in stock's place, and can be done again. */
    public interface Repeat {

        /** Samples that stock will hold. */
        long samples();

        /** Lets stock do it again, on a thread whose decodes are not redirected; answers what differs, or null. */
        String compare() throws Exception;

        /** The header and the SHA-256 of the file up to the image's end. */
        String describe();
    }

    /**
     * Does something again, later, or skips it. Never throws.
     *
     * @param bytes of the file that is kept until then
     */
    public void submit(long bytes, Taking taking) {
        boolean reserved = false;
        try {
            reserved = reserve(bytes);
            Repeat repeat = reserved ? taking.take() : null;
            if (repeat != null && repeat.samples() <= Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP) {
                thread.execute(() -> verify(repeat, bytes));
                return;
            }
        } catch (Exception | OutOfMemoryError | StackOverflowError failed) {
            // Skipped.
        }
        if (reserved) {
            pending.addAndGet(-bytes);
        }
        results.count(VerifyResult.SKIPPED);
    }

    private boolean reserve(long bytes) {
        if (pending.addAndGet(bytes) > MOST_PENDING_BYTES) {
            pending.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** What a finding says of a file: its header, and the SHA-256 of the image. */
    public static String describe(String facts, byte[] file, int length) {
        StringBuilder text = new StringBuilder(facts).append(", ").append(length).append(" bytes");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, length);
            text.append(", SHA-256 ");
            for (byte b : digest.digest()) {
                text.append(String.format("%02x", b));
            }
        } catch (NoSuchAlgorithmException crippledJdk) {
            // Without, then.
        }
        return text.toString();
    }

    void verify(Repeat repeat, long reserved) {
        boolean before = OperationTracker.suppressed(true);
        try {
            String difference = repeat.compare();
            results.count(difference == null ? VerifyResult.EQUAL : VerifyResult.DIFFERENT);
            if (difference != null) {
                String finding = difference + " of " + repeat.describe();
                if (findings.size() < MOST_FINDINGS) {
                    findings.add(finding);
                }
                onDifference.accept(finding);
            }
        } catch (Exception | OutOfMemoryError | StackOverflowError failed) {
            results.count(VerifyResult.SKIPPED);
        } finally {
            pending.addAndGet(-reserved);
            OperationTracker.suppressed(before);
        }
    }
}
