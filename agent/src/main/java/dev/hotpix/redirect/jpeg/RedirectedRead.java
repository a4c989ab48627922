package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.FrameHeader;
import dev.hotpix.codec.JpegDecoder;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.probe.Verdict;
import java.awt.color.CMMException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** One read in stock's place: decodes, and once all is known to be well delivers, as planned. */
final class RedirectedRead {

    /**
     * Bytes that the coefficients of a multi-scan file may take; stock, which keeps them too, has no limit. Room
     * for 170 megapixels of 4:4:4.
     */
    private static final long MEMORY_LIMIT = 1L << 30;

    private final ReadPlan plan;
    private final ReaderInternals internals;
    private final ReaderCallbacks callbacks;
    private final LayoutVerdicts verdicts;
    private final Object reader;
    private final ImageInputStream stream;
    private final StreamSource source;
    private final long start;
    private final long headerEnd;
    private boolean severalScans;
    private byte[] tables;
    private long consumed;
    private Throwable unexpected;
    private boolean aborted;
    private FrameHeader header;

    private RedirectedRead(
            ReadPlan plan, ReaderInternals internals, ReaderCallbacks callbacks, LayoutVerdicts verdicts,
            StreamSource source, long start, long headerEnd) {
        this.plan = plan;
        this.internals = internals;
        this.callbacks = callbacks;
        this.verdicts = verdicts;
        this.reader = plan.request().reader();
        this.stream = internals.stream(reader);
        this.source = source;
        this.start = start;
        this.headerEnd = headerEnd;
    }

    /**
     * A read that stock has done the header of.
     *
     * @return null if its stream is not the JDK's and the header was not recorded
     */
    static RedirectedRead of(
            ReadPlan plan, ReaderInternals internals, ReaderCallbacks callbacks, LayoutVerdicts verdicts)
            throws IOException {
        Object reader = plan.request().reader();
        ImageInputStream stream = internals.stream(reader);
        long start = internals.imagePosition(reader, plan.request().imageIndex());
        long headerEnd = stream.getStreamPosition();
        StreamSource source;
        if (isJdk(stream)) {
            source = StreamSource.of(stream, headerEnd - start);
        } else {
            byte[] header = HeaderTape.take(reader, headerEnd - start);
            if (header == null) {
                return null;
            }
            source = StreamSource.behind(stream, header);
        }
        return new RedirectedRead(plan, internals, callbacks, verdicts, source, start, headerEnd);
    }

    /** Whether nobody but the JDK sees what is done to a stream, other than how far it drains what lies below. */
    static boolean isJdk(ImageInputStream stream) {
        return stream.getClass().getClassLoader() == null;
    }

    /**
     * Reads.
     *
     * @param kept null unless the plan is watched
     * @return why stock has to do it, or null
     * @throws Throwable what listeners threw, as stock would have let it through
     */
    FallbackReason run(KeptRows kept, RasterTarget.Access rasters) throws Throwable {
        FallbackReason reason;
        try (JpegDecoder decoder = new JpegDecoder(source, MEMORY_LIMIT)) {
            if (isJdk(stream)) {
                stream.seek(start);
            }
            reason = decode(decoder, kept);
            if (reason == null) {
                tables = decoder.tablesAfterHeader();
                consumed = decoder.consumed();
            }
        } catch (CodecException failed) {
            reason = FallbackReason.of(failed);
        } catch (Throwable thrown) {
            reason = reasonOf(thrown);
        }
        if (reason != null) {
            internals.stream(reader, source.again(headerEnd));
            return reason;
        }
        if (plan.isWatched()) {
            deliver(kept);
        }
        if (plan.plain() != null) {
            rasters.markDirty(plan.plain());
        }
        if (!aborted) {
            leaveAsStock();
        }
        return null;
    }

    private FallbackReason decode(JpegDecoder decoder, KeptRows kept) throws Throwable {
        header = decoder.readHeader();
        if (header.width() != plan.width() || header.height() != plan.height()
                || header.componentCount() != plan.conversion().components()) {
            return FallbackReason.INVALID;
        }
        severalScans = header.multiScan();
        FallbackReason refusal = severalScans ? plan.refuseScans() : null;
        if (refusal != null) {
            return refusal;
        }
        FrameLayout layout = layout(header, plan.conversion());
        if (layout == null) {
            return FallbackReason.PROCESS;
        }
        Verdict verdict = verdicts.of(layout, plan.conversion());
        if (verdict == Verdict.PENDING) {
            return FallbackReason.PROBE_PENDING;
        }
        if (verdict == Verdict.DIFFERS) {
            return FallbackReason.PROBE_DIFFERS;
        }
        decoder.start(plan.conversion().from(), plan.order(), verdict.upsampling());
        decodeRows(decoder, kept);
        decoder.finish();
        return null;
    }

    private void decodeRows(JpegDecoder decoder, KeptRows kept) throws Throwable {
        RowSelection selection = plan.selection();
        if (plan.isDirect()) {
            RasterTarget target = plan.plain();
            try {
                if (plan.profile() != null) {
                    ProfiledRows.decode(decoder, target, plan.profile());
                } else {
                    decoder.readInto(target.samples(), target.offset(), target.stride());
                }
            } catch (Throwable failed) {
                target.clear();
                throw failed;
            }
        } else if (kept != null && selection.takesAll(plan.width(), plan.height())) {
            kept.decode(decoder);
        } else if (kept != null) {
            RowStrips.decode(decoder, selection, kept);
        } else {
            RowSink sink = plan.plain() != null ? plan.plain()
                    : new Replay(callbacks, plan.request(), severalScans)::accept;
            RowStrips.decode(decoder, selection, sink);
        }
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

    private FallbackReason reasonOf(Throwable thrown) {
        if (source.threw(thrown)) {
            // Stock lets it through, after what it delivers before the trouble.
            AgentFrames.hide(thrown);
            return FallbackReason.TRUNCATED;
        }
        if (thrown instanceof CMMException) {
            return FallbackReason.COLOR_CONVERSION;
        }
        unexpected = thrown;
        return FallbackReason.INTERNAL_ERROR;
    }

    /** What is behind {@link FallbackReason#INTERNAL_ERROR}, or happened when all was done; else null. */
    Throwable unexpected() {
        return unexpected;
    }

    boolean isAborted() {
        return aborted;
    }

    /** The image's bytes and {@code more} zeros; null if they cannot be had. The codec knew nothing else. */
    byte[] file(int more) throws IOException {
        return source.copy(start, (int) consumed, (int) consumed + more);
    }

    /** Bytes that the image took of the stream. */
    long consumed() {
        return consumed;
    }

    /** The file's header, for people. */
    String facts() {
        return isJdk(stream) ? String.valueOf(header) : header + " (what was skipped of its stream taken for zeros)";
    }

    private void deliver(KeptRows kept) throws Throwable {
        if (plan.plain() != null) {
            for (int row = 0; row < kept.rows(); row++) {
                kept.give(row, plan.plain());
            }
            return;
        }
        Replay replay = new Replay(callbacks, plan.request(), severalScans);
        try {
            replay.run(kept);
        } catch (Throwable thrown) {
            AgentFrames.hide(thrown);
            throw thrown;
        } finally {
            if (!replay.isComplete()) {
                aborted = replay.isAborted();
                stopStock(replay);
            }
        }
    }

    private void stopStock(Replay replay) {
        try {
            internals.stream(reader, source.again(headerEnd));
            replay.stopStock(internals);
        } catch (Throwable failed) {
            unexpected = failed;
        } finally {
            restoreStream();
        }
    }

    private void restoreStream() {
        try {
            internals.restoreStream(reader);
        } catch (IOException failed) {
            unexpected = failed;
        }
    }

    /** From here on there is no way back: the reader's native decoder forgets the image. */
    private void leaveAsStock() throws IOException {
        try {
            long unread = source.position() - consumed;
            if (unread > 0) {
                internals.pushBack(reader, (int) unread);
            }
        } finally {
            internals.forgetPendingImage(reader);
        }
        if (tables != null) {
            try {
                internals.readTables(reader, tables);
            } catch (RuntimeException | IOException failed) {
                // Costs a later image without tables of its own, which is all but unheard of; this one is done.
                unexpected = failed;
            }
        }
    }
}
