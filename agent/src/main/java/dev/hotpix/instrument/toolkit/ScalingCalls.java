package dev.hotpix.instrument.toolkit;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.GatheredOperation;
import dev.hotpix.measure.ImageOperation;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Origin;
import dev.hotpix.measure.Outcome;
import java.awt.image.ImageConsumer;

/**
 * Measures {@code Image.getScaledInstance} where its pixels are made: each time they are asked for, in a scaling
 * filter between the source and the consumer. A source in memory sends its pixels at once, and the whole production is
 * the operation. An image that is being loaded comes row by row within its decode: the time in the filter is.
 */
public final class ScalingCalls {

    /** Productions that are known at a time. */
    private static final int MOST = 1024;

    private final OperationTracker resizes;
    private final Origins origins;
    private final WeakIdentityMap<Production> productions = new WeakIdentityMap<>(MOST);

    /** What one copy of a filter has done so far. */
    private static final class Production {
        final Origin origin;
        final GatheredOperation rows = new GatheredOperation();

        Production(Origin origin) {
            this.origin = origin;
        }
    }

    /** @param origins tells who asked for the scaled images */
    public ScalingCalls(OperationTrackers trackers, Origins origins) {
        this.resizes = trackers.of(Operation.RESIZE);
        this.origins = origins;
    }

    /** See {@code HotpixToolkit.filterCopied}. */
    public void filterCopied(Object filter, Object copy) {
        try {
            productions.put(copy, new Production(origins.of(filter)));
        } catch (Throwable shortOfMemoryOrStack) {
            // Goes unmeasured.
        }
    }

    /** See {@code HotpixToolkit.enterProduction}. */
    public long productionEntered(Object filter) {
        long token = resizes.enter(Api.TOOLKIT);
        if (token != OperationTracker.NONE) {
            resizes.origin(origins.of(filter));
        }
        return token;
    }

    /** See {@code HotpixToolkit.exitProduction}. */
    public void productionLeft(long token, Throwable thrown) {
        ImageOperation operation = resizes.running();
        boolean produced = operation != null && (operation.pixels() > 0 || operation.outcome() != Outcome.OK);
        if (produced || thrown != null) {
            resizes.exit(token, thrown == null ? Outcome.OK : Outcome.ERROR);
        } else {
            resizes.discard(token);
        }
    }

    /** See {@code HotpixToolkit.enterFilter}. */
    public long filterEntered() {
        return resizes.enterPart();
    }

    /** See {@code HotpixToolkit.exitFilter}. */
    public void filterLeft(long token, Object filter) {
        try {
            Production production = productions.get(filter);
            if (production != null) {
                resizes.exitPart(token, production.rows);
                return;
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // As if unknown.
        }
        resizes.discard(token);
    }

    /** See {@code HotpixToolkit.filterComplete}. */
    public void filterCompleted(Object filter, int status) {
        try {
            boolean done = status == ImageConsumer.STATICIMAGEDONE || status == ImageConsumer.SINGLEFRAMEDONE;
            Outcome outcome = done ? Outcome.OK
                    : status == ImageConsumer.IMAGEABORTED ? Outcome.ABORTED : Outcome.ERROR;
            long pixels = done ? SourceFields.scaledPixels(filter) : 0;
            ImageOperation whole = resizes.running();
            Production production = productions.get(filter);
            if (whole != null) {
                resizes.outcome(outcome);
                if (whole.pixels() == 0) {
                    resizes.pixels(pixels);
                }
            } else if (production != null) {
                production.rows.pixels(pixels);
                resizes.record(production.rows, Api.TOOLKIT, Format.UNKNOWN, outcome, production.origin);
            }
            if (status != ImageConsumer.SINGLEFRAMEDONE) {
                productions.remove(filter);
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // It goes uncounted.
        }
    }
}
