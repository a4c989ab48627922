package dev.hotpix.redirect.jpeg;

import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.ReasonCounters;
import dev.hotpix.redirect.Breaker;
import dev.hotpix.redirect.jpeg.probe.FrameLayout;
import dev.hotpix.redirect.jpeg.profile.ProfileConversions;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes in place of the JDK reader's native decoder, when the result is known to be the same: decides from
 * the request and the file's header, decodes, and leaves stream and reader as stock leaves them. On any surprise
 * it puts everything back and lets stock do the whole job.
 */
public final class JpegDecodeRedirect {

    private final ReaderInternals internals;
    private final ReaderCallbacks callbacks;
    private final RasterTarget.Access rasters;
    private final KeptRows.Budget memory = new KeptRows.Budget();
    private final LayoutVerdicts verdicts;
    private final ProfileConversions profiles;
    private final DecodeAudit audit;
    private final Breaker breaker;
    private final ReasonCounters<FallbackReason> fallbacks =
            new ReasonCounters<>(FallbackReason.class, FallbackReason::label);
    private final LongAdder redirected = new LongAdder();
    private volatile boolean enabled = true;

    /**
     * The library of the codec must have been loaded.
     *
     * @param background runs the probes
     * @param probeWaitMillis how long the first decode of each layout waits for its probe; 0: it goes to stock
     * @param audit does some of them again
     * @param onBreak told when too many internal errors have switched the redirect off
     * @throws ReflectiveOperationException if this JDK's classes are not those we know
     */
    public JpegDecodeRedirect(
            ReaderInternals internals, ReaderCallbacks callbacks, Executor background, long probeWaitMillis,
            DecodeAudit audit, Consumer<Throwable> onBreak) throws ReflectiveOperationException {
        this.internals = internals;
        this.callbacks = callbacks;
        this.audit = audit;
        breaker = new Breaker(onBreak);
        rasters = new RasterTarget.Access();
        profiles = new ProfileConversions(background);
        verdicts = new LayoutVerdicts(new LayoutProbe(rasters), background, probeWaitMillis);
    }

    /** Switches the redirect; off, every decode is stock's. Switched on, it forgets what had switched it off. */
    public void enabled(boolean on) {
        if (on) {
            breaker.reset();
        }
        enabled = on;
    }

    /** Whether the redirect is switched on, and has not switched itself off. */
    public boolean enabled() {
        return enabled && !breaker.isOpen();
    }

    /** The internal error that switched the redirect off, or null. */
    public String breakCause() {
        return breaker.cause();
    }

    /** Counts the conversions of embedded profiles that the JDK no longer makes. */
    public void measureConversions(OperationTracker conversions) {
        profiles.measure(conversions);
    }

    /** Compares a share of the redirected decodes with stock. */
    public DecodeAudit audit() {
        return audit;
    }

    /** Decodes done in stock's place. */
    public long redirected() {
        return redirected.sum();
    }

    /** Whether the JDK has been able to convert with an equal profile before. */
    public boolean isUsableProfile(Object colorSpace) {
        return enabled && profiles.isUsable(colorSpace);
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

    /** Decodes left to stock, by reason. */
    public ReasonCounters<FallbackReason> fallbacks() {
        return fallbacks;
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
        FallbackReason reason = attempt(request);
        if (reason == null) {
            redirected.increment();
            return true;
        }
        fallbacks.count(reason);
        return false;
    }

    private FallbackReason attempt(ReadRequest request) throws Throwable {
        if (!enabled) {
            return FallbackReason.SWITCHED_OFF;
        }
        if (breaker.isOpen()) {
            return FallbackReason.BREAKER;
        }
        ReadPlan plan;
        try {
            FallbackReason refusal = ReadPlan.refuse(request, internals);
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

    /** Something unexpected happened in another part of the redirect. */
    public void failed(Throwable unexpected) {
        breaker.count(unexpected);
    }

    private FallbackReason internalError(Throwable unexpected) {
        breaker.count(unexpected);
        return FallbackReason.INTERNAL_ERROR;
    }
}
