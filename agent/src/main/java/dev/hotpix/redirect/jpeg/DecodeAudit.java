package dev.hotpix.redirect.jpeg;

import dev.hotpix.measure.ReasonCounters;
import dev.hotpix.measure.VerifyResult;
import dev.hotpix.redirect.Audit;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Does a share of the redirected reads again through stock, from the same bytes and with the same parameters, on
 * a thread of its own, and compares all that can be seen. Reads whose destination or listeners are the application's
 * are skipped, unless the destination holds just what was decoded, and those of very large files from streams of the
 * application's own classes, which cannot be read once more unseen.
 */
public final class DecodeAudit {

    /** Bytes of files that wait for their turn. */
    private static final long MOST_PENDING_BYTES = 32L << 20;

    private static final int SHARE_OF_HEAP = 8;

    private final Audit audit;

    /**
     * @param share of the redirected reads, 0 to 1
     * @param thread runs stock; not the application's, and not one that it waits for
     * @param onDifference told of each difference: what differs, the file's header and its SHA-256
     */
    public DecodeAudit(double share, Executor thread, Consumer<String> onDifference) {
        audit = new Audit(share, MOST_PENDING_BYTES, thread, onDifference);
    }

    /** How often what was the result. */
    public ReasonCounters<VerifyResult> results() {
        return audit.results();
    }

    /** The first differences found: what differs, the file's header and its SHA-256. */
    public List<String> findings() {
        return audit.findings();
    }

    /** Whether this read is one of the share. */
    public boolean chooses() {
        return audit.chooses();
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
            if (!read.isAborted() && (kept == null || plan.holds(kept, internals, rasters))) {
                submit(read.consumed(), () -> AuditedRead.of(plan, internals, read));
            } else {
                audit.skip(0);
            }
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            audit.skip(0);
        }
    }

    /** What is to be done again, once there is room for its file. */
    public interface Taking {
        /** Null if it cannot be done again. */
        Repeat take() throws Exception;
    }

    /** Something that was done in stock's place, and can be done again. */
    public interface Repeat extends Audit.Repetition {

        /** Samples that stock will hold. */
        long samples();

        /** Lets stock do it again; answers what differs, or null. */
        String compare() throws Exception;

        /** The header and the SHA-256 of the file up to the image's end. */
        String describe();

        @Override
        default String difference() throws Exception {
            String difference = compare();
            return difference == null ? null : difference + " of " + describe();
        }
    }

    /**
     * Does something again, later, or skips it. Never throws.
     *
     * @param bytes of the file that is kept until then
     */
    public void submit(long bytes, Taking taking) {
        if (!audit.reserve(bytes)) {
            return;
        }
        try {
            Repeat repeat = taking.take();
            if (repeat != null && repeat.samples() <= Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP) {
                audit.submit(repeat, bytes);
                return;
            }
        } catch (Exception | OutOfMemoryError | StackOverflowError failed) {
            // Skipped.
        }
        audit.skip(bytes);
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
}
