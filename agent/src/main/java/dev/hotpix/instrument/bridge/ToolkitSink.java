package dev.hotpix.instrument.bridge;

import dev.hotpix.instrument.toolkit.FetchCalls;
import dev.hotpix.instrument.toolkit.Origins;
import dev.hotpix.instrument.toolkit.ScalingCalls;
import dev.hotpix.measure.OperationTrackers;

/** The agent's side of the bridge for images of {@code Toolkit} and scaled images. */
final class ToolkitSink extends HotpixToolkit {

    private final Origins origins;
    private final FetchCalls fetches;
    private final ScalingCalls scalings;

    ToolkitSink(OperationTrackers trackers, Origins origins) {
        this.origins = origins;
        fetches = new FetchCalls(trackers, origins);
        scalings = new ScalingCalls(trackers, origins);
    }

    @Override
    protected void promiseMade(Object source) {
        origins.remember(source);
    }

    @Override
    protected long fetchEntered(Object source) {
        return fetches.fetchEntered(source);
    }

    @Override
    protected void fetchLeft(long token, Object source, Throwable thrown) {
        fetches.fetchLeft(token, source, thrown);
    }

    @Override
    protected void fetchDecoder(Object decoder) {
        fetches.decoderFound(decoder);
    }

    @Override
    protected void fetchSize(Object decoder, int width, int height) {
        fetches.decoderSized(decoder, width, height);
    }

    @Override
    protected void fetchComplete(Object decoder, int status) {
        fetches.decoderComplete(decoder, status);
    }

    @Override
    protected void scalingCopied(Object filter, Object copy) {
        scalings.filterCopied(filter, copy);
    }

    @Override
    protected long productionEntered(Object filter) {
        return scalings.productionEntered(filter);
    }

    @Override
    protected void productionLeft(long token, Throwable thrown) {
        scalings.productionLeft(token, thrown);
    }

    @Override
    protected long filterEntered(Object filter) {
        return scalings.filterEntered();
    }

    @Override
    protected void filterLeft(long token, Object filter) {
        scalings.filterLeft(token, filter);
    }

    @Override
    protected void filterCompleted(Object filter, int status) {
        scalings.filterCompleted(filter, status);
    }
}
