package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegEncoder;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.redirect.ProbeVerdicts;
import dev.hotpix.redirect.Redirect;
import dev.hotpix.redirect.WaitBudget;
import dev.hotpix.redirect.jpeg.AgentFrames;
import dev.hotpix.redirect.jpeg.encode.EncodeProbe.Verdict;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.imageio.IIOException;

/**
 * Encodes in place of the JDK writer's native encoder, when the bytes are known to be the same. It decides, and lets
 * the codec accept all parameters, before anything is written or told; from then on it does as stock does, step by step.
 */
public final class JpegEncodeRedirect extends Redirect<FallbackReason> {

    /** An application could make up metadata with every combination of factors; beyond this many nothing is probed. */
    private static final int MOST_KINDS = 512;

    private final WriterInternals internals;
    private final SourceAccess sources;
    private final ProbeVerdicts<EncodeKind, Verdict> verdicts;
    private final StockState stock;
    private final EncodeAudit audit;

    /**
     * The library of the codec must have been loaded.
     *
     * @param background runs the probes
     * @param patience how long encodes wait for probes
     * @param audit does some of them again
     * @param onBreak told when too many internal errors have switched the redirect off
     * @throws ReflectiveOperationException if this JDK's classes are not those we know
     */
    public JpegEncodeRedirect(
            WriterInternals internals, Executor background, WaitBudget patience, EncodeAudit audit,
            Consumer<Throwable> onBreak) throws ReflectiveOperationException {
        super(FallbackReason::label, FallbackReason.SWITCHED_OFF, FallbackReason.BREAKER,
                FallbackReason.INTERNAL_ERROR, onBreak);
        this.internals = internals;
        this.audit = audit;
        sources = new SourceAccess();
        stock = new StockState(internals);
        verdicts = new ProbeVerdicts<>(new EncodeProbe(internals)::run, Verdict.PENDING, Verdict.DIFFERS, MOST_KINDS,
                background, patience);
    }

    /** Compares a share of the redirected encodes with stock. */
    public EncodeAudit audit() {
        return audit;
    }

    /**
     * Encodes the image, or leaves everything as it was.
     *
     * @return whether the image has been encoded, if only as far as the application let it; if not,
     *     {@link #stockLeft} is to be called after stock
     * @throws Throwable what the application's stream, image or listeners threw; so would stock have let it through
     */
    public boolean encode(WriteRequest request) throws Throwable {
        if (OperationTracker.isSuppressed() || !internals.isWriter(request.writer)) {
            return false;
        }
        return count(attempt(request));
    }

    private FallbackReason attempt(WriteRequest request) throws Throwable {
        FallbackReason refusal = refusal();
        if (refusal != null) {
            return refusal;
        }
        if (request.structPointer == 0 || stock.isFailed(request.writer)) {
            return FallbackReason.WRITER;
        }
        EncodePlan plan;
        JpegEncoder encoder = null;
        try {
            plan = EncodePlan.of(request, internals, sources);
            if (plan.refusal() != null) {
                if (plan.refusal() == FallbackReason.TABLES) {
                    stock.bringTables(request);
                }
                return plan.refusal();
            }
            Verdict verdict = verdicts.of(EncodeKind.of(request));
            if (verdict == Verdict.PENDING) {
                return FallbackReason.PROBE_PENDING;
            }
            encoder = new JpegEncoder();
            encoder.start(plan.parameters().prompt(verdict == Verdict.PROMPT));
            if (verdict == Verdict.DIFFERS) {
                encoder.close();
                return FallbackReason.PROBE_DIFFERS;
            }
        } catch (Throwable unexpected) {
            close(encoder);
            return refused(unexpected);
        }
        try {
            run(request, plan, encoder);
        } finally {
            close(encoder);
        }
        return null;
    }

    private static void close(JpegEncoder encoder) {
        if (encoder != null) {
            encoder.close();
        }
    }

    private FallbackReason refused(Throwable unexpected) {
        if (unexpected instanceof CodecException && ((CodecException) unexpected).kind() == CodecException.Kind.ERROR) {
            return FallbackReason.INVALID;
        }
        return internalError(unexpected);
    }

    private void run(WriteRequest request, EncodePlan plan, JpegEncoder encoder) throws Throwable {
        OutputDigest digest = audit.choose();
        try {
            new RedirectedWrite(request, internals, plan, digest).run(encoder);
        } catch (Throwable thrown) {
            stock.fail(request);
            throw failure(thrown);
        }
        stock.encoded(request);
        if (digest != null && !request.isAborted()) {
            audit.verify(request, internals, plan, digest);
        }
    }

    /** The application's exception as stock lets it through; libjpeg's as stock throws it. */
    private Throwable failure(Throwable thrown) {
        if (thrown instanceof CodecException) {
            failed(thrown);
            return new IIOException(thrown.getMessage());
        }
        AgentFrames.hide(thrown);
        return thrown;
    }

    /** Stock has encoded a request that was left to it, or failed to. */
    public void stockLeft(Object writer, boolean failed) {
        stock.stockLeft(writer, failed);
    }
}
