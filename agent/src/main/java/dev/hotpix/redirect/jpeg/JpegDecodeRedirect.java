package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.FrameHeader;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.ReasonCounters;
import dev.hotpix.redirect.jpeg.LayoutProbe.Verdict;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes in place of the JDK reader's native decoder, when the result is known to be the same: decides from
 * the request and the file's header, decodes straight into the fresh image, and leaves stream and reader as
 * stock leaves them. On any surprise it puts everything back and lets stock do the whole job.
 */
public final class JpegDecodeRedirect {

    /** Internal errors after which the redirect switches itself off. */
    private static final int BREAKER_LIMIT = 3;

    /**
     * Bytes that the coefficients of a multi-scan file may take; stock, which keeps them too, has no limit. Room
     * for 170 megapixels of 4:4:4.
     */
    private static final long MEMORY_LIMIT = 1L << 30;

    private final ReaderInternals internals;
    private final RasterTarget.Access rasters;
    private final LayoutVerdicts verdicts;
    private final Consumer<Throwable> onBreak;
    private final ReasonCounters<FallbackReason> fallbacks =
            new ReasonCounters<>(FallbackReason.class, FallbackReason::label);
    private final LongAdder redirected = new LongAdder();
    private final AtomicInteger internalErrors = new AtomicInteger();
    private volatile boolean enabled = true;

    /**
     * The library of the codec must have been loaded.
     *
     * @param background runs the probes
     * @param probeWaitMillis how long the first decode of each layout waits for its probe; 0: it goes to stock
     * @param onBreak told once, when too many internal errors have switched the redirect off
     * @throws ReflectiveOperationException if this JDK's classes are not those we know
     */
    public JpegDecodeRedirect(
            ReaderInternals internals, Executor background, long probeWaitMillis, Consumer<Throwable> onBreak)
            throws ReflectiveOperationException {
        this.internals = internals;
        this.onBreak = onBreak;
        rasters = new RasterTarget.Access();
        verdicts = new LayoutVerdicts(new LayoutProbe(rasters), background, probeWaitMillis);
    }

    /** Switches the redirect; off, every decode is stock's. */
    public void enabled(boolean on) {
        enabled = on;
    }

    /** Whether the redirect is switched on. */
    public boolean enabled() {
        return enabled;
    }

    /** Decodes done in stock's place. */
    public long redirected() {
        return redirected.sum();
    }

    /** Decodes left to stock, by reason. */
    public ReasonCounters<FallbackReason> fallbacks() {
        return fallbacks;
    }

    /**
     * Decodes the requested image, or leaves everything as it was.
     *
     * @return whether the image has been decoded
     * @throws IOException what the application's stream threw; so would stock have let it through
     */
    public boolean decode(ReadRequest request) throws IOException {
        if (OperationTracker.isSuppressed() || !internals.isReader(request.reader())) {
            return false;
        }
        FallbackReason reason = attempt(request);
        if (reason == null) {
            redirected.increment();
            return true;
        }
        fallbacks.count(reason);
        return false;
    }

    private FallbackReason attempt(ReadRequest request) throws IOException {
        if (!enabled) {
            return FallbackReason.SWITCHED_OFF;
        }
        if (internalErrors.get() >= BREAKER_LIMIT) {
            return FallbackReason.BREAKER;
        }
        RasterTarget target;
        ColorConversion conversion;
        try {
            FallbackReason refusal = request.refuse(internals);
            if (refusal != null) {
                return refusal;
            }
            Object reader = request.reader();
            if (internals.convertsAfterwards(reader)) {
                return FallbackReason.COLOR_CONVERSION;
            }
            conversion = ColorConversion.of(internals.colorSpaceCode(reader), internals.outColorSpaceCode(reader));
            if (conversion == null || conversion.bands() != request.rasterBands()) {
                return FallbackReason.COLOR_SPACE;
            }
            target = rasters.of(internals.image(reader), internals.target(reader));
            if (target == null || target.rowBytes() != internals.width(reader) * conversion.bands()) {
                return FallbackReason.DESTINATION_TYPE;
            }
        } catch (RuntimeException | LinkageError unexpected) {
            return internalError(unexpected);
        }
        return decodeInto(target, conversion, request);
    }

    private FallbackReason decodeInto(RasterTarget target, ColorConversion conversion, ReadRequest request)
            throws IOException {
        Object reader = request.reader();
        ImageInputStream stream = internals.stream(reader);
        long start = internals.imagePosition(reader, request.imageIndex());
        long resumeAt = stream.getStreamPosition();
        StreamSource source = new StreamSource(stream, resumeAt - start);
        FallbackReason reason;
        byte[] tables = null;
        long consumed = 0;
        try (JpegDecoder decoder = new JpegDecoder(source, MEMORY_LIMIT)) {
            stream.seek(start);
            reason = run(decoder, target, conversion, reader);
            if (reason == null) {
                tables = decoder.tablesAfterHeader();
                consumed = decoder.consumed();
            }
        } catch (CodecException failed) {
            reason = reasonOf(failed);
        } catch (Throwable thrown) {
            if (source.threw(thrown)) {
                internals.forgetPendingImage(reader);
                throw thrown;
            }
            reason = internalError(thrown);
        }
        if (reason != null) {
            stream.seek(resumeAt);
            return reason;
        }
        rasters.markDirty(target);
        leaveAsStock(reader, tables, stream, start + consumed);
        return null;
    }

    /** Returns why the file is left to stock before anything was written, or null when all rows are decoded. */
    private FallbackReason run(JpegDecoder decoder, RasterTarget target, ColorConversion conversion, Object reader)
            throws IOException, CodecException {
        FrameHeader header = decoder.readHeader();
        if (header.width() != internals.width(reader) || header.height() != internals.height(reader)
                || header.componentCount() != conversion.bands()) {
            return FallbackReason.INVALID;
        }
        FrameLayout layout = layout(header, conversion);
        if (layout == null) {
            return FallbackReason.PROCESS;
        }
        Verdict verdict = verdicts.of(layout);
        if (verdict == Verdict.PENDING) {
            return FallbackReason.PROBE_PENDING;
        }
        if (verdict == Verdict.DIFFERS) {
            return FallbackReason.PROBE_DIFFERS;
        }
        decoder.start(conversion.from(), conversion.to(), verdict == Verdict.FANCY_UPSAMPLING);
        try {
            decoder.readInto(target.samples(), target.offset(), target.stride());
            decoder.finish();
        } catch (Throwable failed) {
            target.clear();
            throw failed;
        }
        return null;
    }

    private static FrameLayout layout(FrameHeader header, ColorConversion conversion) {
        int[] horizontal = new int[header.componentCount()];
        int[] vertical = new int[header.componentCount()];
        for (int i = 0; i < horizontal.length; i++) {
            horizontal[i] = header.horizontalSampling(i);
            vertical[i] = header.verticalSampling(i);
        }
        FrameLayout.Process process = header.progressive() ? FrameLayout.Process.PROGRESSIVE
                : header.multiScan() ? FrameLayout.Process.SEQUENTIAL_MULTISCAN : FrameLayout.Process.BASELINE;
        try {
            return FrameLayout.of(conversion.colour(), process, horizontal, vertical);
        } catch (IllegalArgumentException notInTheStandard) {
            return null;
        }
    }

    /** From here on there is no way back: the reader's native decoder forgets the image. */
    private void leaveAsStock(Object reader, byte[] tables, ImageInputStream stream, long end) throws IOException {
        try {
            stream.seek(end);
        } finally {
            internals.forgetPendingImage(reader);
        }
        if (tables != null) {
            try {
                internals.readTables(reader, tables);
            } catch (RuntimeException | IOException unexpected) {
                // Costs a later image without tables of its own, which is all but unheard of; this one is done.
                internalError(unexpected);
            }
        }
    }

    private static FallbackReason reasonOf(CodecException failed) {
        switch (failed.kind()) {
            case WARNING:
                return FallbackReason.DAMAGED;
            case UNSUPPORTED:
                return FallbackReason.PROCESS;
            case INCOMPLETE:
                return FallbackReason.INCOMPLETE_SCANS;
            case EXTREME:
                return FallbackReason.EXTREME_COEFFICIENTS;
            case END_OF_INPUT:
                return FallbackReason.TRUNCATED;
            case ERROR:
                return FallbackReason.INVALID;
            default:
                return FallbackReason.INTERNAL_ERROR;
        }
    }

    private FallbackReason internalError(Throwable unexpected) {
        if (internalErrors.incrementAndGet() == BREAKER_LIMIT) {
            onBreak.accept(unexpected);
        }
        return FallbackReason.INTERNAL_ERROR;
    }
}
