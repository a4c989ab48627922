package dev.hotpix.redirect.jpeg;

import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.ReasonCounters;
import dev.hotpix.measure.VerifyResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Does a share of the redirected reads again through stock, from the same bytes and with the same parameters, on
 * a thread of its own, and compares all that can be seen. Reads whose image is not the first of its stream, or
 * whose stream, destination or listeners are the application's own, are skipped: they cannot be repeated unseen.
 */
public final class DecodeAudit {

    private static final String READER_SPI = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

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
    boolean chooses() {
        return share > 0 && (share >= 1 || ThreadLocalRandom.current().nextDouble() < share);
    }

    /** Takes a read that has just been done in stock's place, before the application sees it. Never throws. */
    void take(ReadPlan plan, ReaderInternals internals, RedirectedRead read) {
        try {
            if (!plan.isWatched() && read.isRepeatable() && reserve(read.consumed())) {
                AuditedRead again = AuditedRead.of(plan, internals, read.consumed(), read.facts());
                if (again != null && again.samples() <= Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP) {
                    thread.execute(() -> verify(again, read.consumed()));
                    return;
                }
                pending.addAndGet(-read.consumed());
            }
            results.count(VerifyResult.SKIPPED);
        } catch (Exception | OutOfMemoryError | StackOverflowError failed) {
            results.count(VerifyResult.SKIPPED);
        }
    }

    private boolean reserve(long bytes) {
        if (pending.addAndGet(bytes) > MOST_PENDING_BYTES) {
            pending.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void verify(AuditedRead read, long reserved) {
        boolean before = OperationTracker.suppressed(true);
        try {
            ImageReaderSpi provider = (ImageReaderSpi) Class.forName(
                    READER_SPI, true, ImageReader.class.getClassLoader()).getConstructor().newInstance();
            String difference = read.compare(provider);
            results.count(difference == null ? VerifyResult.EQUAL : VerifyResult.DIFFERENT);
            if (difference != null) {
                String finding = difference + " of " + read.describe();
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
