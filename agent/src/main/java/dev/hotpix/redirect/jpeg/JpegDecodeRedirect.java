package dev.hotpix.redirect.jpeg;

import dev.hotpix.measure.OperationTracker;
import dev.hotpix.redirect.Redirect;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.profile.ProfileConversions;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes in place of the JDK reader's native decoder, when the result is known to be the same: decides from
 * the request and the file's header, decodes, and leaves stream and reader as stock leaves them. On any surprise
 * it puts everything back and lets stock do the whole job.
 */
public final class JpegDecodeRedirect extends Redirect<FallbackReason> {

    private final ReaderInternals internals;
    private final ReaderCallbacks callbacks;
    private final RasterTarget.Access rasters;
    private final KeptRows.Budget memory = new KeptRows.Budget();
    private final LayoutVerdicts verdicts;
    private final ProfileConversions profiles;
    private final DecodeAudit audit;

    /**
     * The library of the codec must have been loaded.
     *
     * @param background runs the probes
     * @param patience how long decodes wait for probes
     * @param audit does some of them again
     * @param onBreak told when too many internal errors have switched the redirect off
     * @throws ReflectiveOperationException if this JDK's classes are not those we know
     */
    public JpegDecodeRedirect(
            ReaderInternals internals, ReaderCallbacks callbacks, Executor background, WaitBudget patience,
            DecodeAudit audit, Consumer<Throwable> onBreak) throws ReflectiveOperationException {
        super(FallbackReason::label, FallbackReason.SWITCHED_OFF, FallbackReason.BREAKER,
                FallbackReason.INTERNAL_ERROR, onBreak);
        this.internals = internals;
        this.callbacks = callbacks;
        this.audit = audit;
        rasters = new RasterTarget.Access();
        profiles = new ProfileConversions(background);
        verdicts = new LayoutVerdicts(new LayoutProbe(rasters), background, patience);
    }

    /** Counts the conversions of embedded profiles that the JDK no longer makes. */
    public void measureConversions(OperationTracker conversions) {
        profiles.measure(conversions);
    }

    /** Compares a share of the redirected decodes with stock. */
    public DecodeAudit audit() {
        return audit;
    }

    /** Whether the JDK has been able to convert with an equal profile before. */
    public boolean isUsableProfile(Object colorSpace) {
        return enabled() && profiles.isUsable(colorSpace);
    }

    /** The JDK has been able to convert with a profile. */
    public void profileUsed(Object colorSpace) {
        profiles.used(colorSpace);
    }

    /** How many embedded profiles are converted by tables. */
    public int profileTables() {
        return profiles.tables();
    }

    /**
     * How this JVM's own decoder scales up chroma of half the height, which tells libjpeg 6b from libjpeg-turbo: asked
     * of it with probe files, on the calling thread, in some milliseconds.
     */
    public String stockChroma() {
        FrameLayout halfHeight = FrameLayout.of(FrameLayout.Colour.YCBCR, FrameLayout.Process.BASELINE,
                new int[] {1, 1, 1}, new int[] {2, 1, 1});
        try {
            switch (new LayoutProbe(rasters).run(halfHeight, ColorConversion.YCBCR_TO_BGR)) {
                case FANCY_UPSAMPLING:
                    return "interpolated";
                case MIXED_UPSAMPLING:
                case PLAIN_UPSAMPLING:
                    return "replicated";
                default:
                    return "unknown";
            }
        } catch (ReflectiveOperationException | IOException | RuntimeException failed) {
            return "unknown";
        }
    }

    /**
     * A read begins whose header stock is going to read from a stream.
     *
     * @param reader perhaps one of the JDK's JPEG readers
     */
    public void readBegins(Object reader) {
        if (OperationTracker.isSuppressed() || !internals.isReader(reader)) {
            return;
        }
        ImageInputStream stream = internals.stream(reader);
        if (stream == null || RedirectedRead.isJdk(stream)) {
            HeaderTape.discard();
        } else {
            HeaderTape.start(reader);
        }
    }

    /**
     * Stock has taken bytes from a stream.
     *
     * @param buffer null if they were skipped
     */
    public void inputPassed(Object reader, byte[] buffer, int offset, long count) {
        HeaderTape.passed(reader, buffer, offset, count);
    }

    /**
     * Decodes the requested image, or leaves everything as it was.
     *
     * @return whether the image has been decoded; if not, {@link #stockLeft} is to be called after stock
     * @throws Throwable what the application's stream or its listeners threw; so would stock have let it through
     */
    public boolean decode(ReadRequest request) throws Throwable {
        if (OperationTracker.isSuppressed() || !internals.isReader(request.reader())) {
            return false;
        }
        return count(attempt(request));
    }

    private FallbackReason attempt(ReadRequest request) throws Throwable {
        FallbackReason refusal = refusal();
        if (refusal != null) {
            return refusal;
        }
        ReadPlan plan;
        try {
            refusal = ReadPlan.refuse(request, internals);
            if (refusal != null) {
                return refusal;
            }
            if (request.wantUpdates() && callbacks.abortRequested(request.reader())) {
                return FallbackReason.ABORTED;
            }
            plan = ReadPlan.of(request, internals, rasters, profiles);
        } catch (RuntimeException | LinkageError unexpected) {
            return internalError(unexpected);
        }
        if (!plan.isWatched()) {
            return run(plan, null);
        }
        KeptRows kept = KeptRows.of(memory, plan.selection().rows(), plan.selection().rowBytes());
        if (kept == null) {
            return FallbackReason.MEMORY;
        }
        try (kept) {
            return run(plan, kept);
        }
    }

    private FallbackReason run(ReadPlan plan, KeptRows kept) throws Throwable {
        RedirectedRead read = RedirectedRead.of(plan, internals, callbacks, verdicts);
        if (read == null) {
            return FallbackReason.STREAM;
        }
        FallbackReason reason = read.run(kept, rasters);
        if (read.unexpected() != null) {
            internalError(read.unexpected());
        }
        if (reason == null && read.isAborted()) {
            plan.request().aborted();
        }
        if (reason == null && audit.chooses()) {
            audit.take(plan, internals, rasters, read, kept);
        }
        return reason;
    }

    /** Stock has decoded a request that was left to it: its reader gets the application's stream back. */
    public void stockLeft(Object reader) {
        try {
            internals.restoreStream(reader);
        } catch (IOException failed) {
            // Only the position of a stream that no longer can be positioned; stock's own result counts.
            internalError(failed);
        }
    }
}
