package dev.hotpix.redirect.jpeg.toolkit;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.ReasonCounters;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.jpeg.DecodeAudit;
import dev.hotpix.redirect.jpeg.FallbackReason;
import dev.hotpix.redirect.jpeg.probe.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Decodes in place of the native part of the JDK's Toolkit decoder: reads the file, decodes all of it, and then
 * makes the callbacks that stock makes. Until then nothing can be seen, and stock can do the whole job.
 */
public final class ToolkitDecodeRedirect {

    /** Files are kept in memory until they are known to be good. */
    private static final int LARGEST_FILE = 24 << 20;

    private static final int SHARE_OF_HEAP = 8;
    private static final long COEFFICIENT_LIMIT = 1L << 28;

    private final ToolkitInternals internals;
    private final ToolkitProbe probe;
    private final BooleanSupplier enabled;
    private final Consumer<Throwable> onInternalError;
    private final DecodeAudit audit;
    private final ReasonCounters<FallbackReason> fallbacks;
    private final LongAdder redirected = new LongAdder();

    /**
     * @param background runs the probes
     * @param patience how long decodes wait for probes
     * @param enabled whether to do anything
     * @param fallbacks counts what is left to stock
     * @param audit does some of them again
     * @param onInternalError told of each
     */
    public ToolkitDecodeRedirect(
            ToolkitInternals internals, Executor background, WaitBudget patience, BooleanSupplier enabled,
            ReasonCounters<FallbackReason> fallbacks, DecodeAudit audit, Consumer<Throwable> onInternalError) {
        this.internals = internals;
        this.enabled = enabled;
        this.fallbacks = fallbacks;
        this.audit = audit;
        this.onInternalError = onInternalError;
        probe = new ToolkitProbe(internals, background, patience);
    }

    /** Decodes done in stock's place. */
    public long redirected() {
        return redirected.sum();
    }

    /**
     * Decodes, or leaves everything as it was.
     *
     * @param decoder a {@code sun.awt.image.JPEGImageDecoder}
     * @param in stands before the image
     * @param onDecoded told before the image is delivered
     * @return whether the image has been delivered
     * @throws Throwable what the application's {@code ImageConsumer} threw
     */
    public boolean decode(Object decoder, InputStream in, Runnable onDecoded) throws Throwable {
        if (OperationTracker.isSuppressed() || !internals.isDecoder(decoder)) {
            return false;
        }
        Attempt attempt = new Attempt();
        try {
            attempt.run(in);
        } catch (CodecException failed) {
            attempt.reason = FallbackReason.of(failed);
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError unexpected) {
            attempt.reason = FallbackReason.INTERNAL_ERROR;
            onInternalError.accept(unexpected);
        }
        if (attempt.reason != null) {
            attempt.putBack(in);
            fallbacks.count(attempt.reason);
            return false;
        }
        redirected.increment();
        if (attempt.file != null) {
            byte[] file = attempt.file.toByteArray();
            audit.submit(file.length,
                    () -> new AuditedToolkitRead(internals, attempt.image, attempt.strips, file));
        }
        onDecoded.run();
        deliver(decoder, attempt.image, attempt.strips);
        return true;
    }

    private final class Attempt {
        private FallbackReason reason;
        private ToolkitImage image;
        private byte[][] strips;
        private boolean marked;
        /** What was read, if it is to be read again. */
        private final ByteArrayOutputStream file = audit.chooses() ? new ByteArrayOutputStream() : null;

        void run(InputStream in) throws IOException, CodecException {
            if (!enabled.getAsBoolean()) {
                reason = FallbackReason.SWITCHED_OFF;
            } else if (!internals.isLocal(in)) {
                reason = FallbackReason.STREAM;
            } else {
                in.mark(LARGEST_FILE + 1);
                marked = true;
                decode(in);
            }
        }

        private void decode(InputStream in) throws IOException, CodecException {
            int[] taken = {0};
            try (JpegDecoder codec = new JpegDecoder((buffer, offset, length) -> {
                int count = taken[0] >= LARGEST_FILE ? -1
                        : in.read(buffer, offset, Math.min(length, LARGEST_FILE - taken[0]));
                taken[0] += Math.max(count, 0);
                if (file != null && count > 0) {
                    file.write(buffer, offset, count);
                }
                return count;
            }, COEFFICIENT_LIMIT)) {
                image = ToolkitImage.of(codec.readHeader());
                if (image == null) {
                    reason = FallbackReason.COLOR_SPACE;
                    return;
                }
                if (image.bytes() > Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP) {
                    reason = FallbackReason.MEMORY;
                    return;
                }
                Verdict verdict = probe.of(image.layout());
                if (verdict == Verdict.PENDING || verdict == Verdict.DIFFERS) {
                    reason = verdict == Verdict.PENDING
                            ? FallbackReason.PROBE_PENDING : FallbackReason.PROBE_DIFFERS;
                    return;
                }
                strips = image.decode(codec, verdict.upsampling());
            }
        }

        /** The mark is then put where the JDK had it, so that the stream lets go of what it has kept. */
        void putBack(InputStream in) throws IOException {
            if (marked) {
                in.reset();
                in.mark(-1);
            }
        }
    }

    private void deliver(Object decoder, ToolkitImage image, byte[][] strips) throws Throwable {
        internals.header(decoder, image.width(), image.height(), image.isGray(), image.severalScans());
        byte[] gray = new byte[image.width()];
        int[] pixels = new int[image.width()];
        boolean more = true;
        for (int y = 0; y < image.height() && more; y++) {
            // One array for all rows, as stock's.
            if (image.isGray()) {
                image.gray(strips, y, gray);
                more = internals.row(decoder, gray, y);
            } else {
                image.rgb(strips, y, pixels);
                more = internals.row(decoder, pixels, y);
            }
        }
    }
}
