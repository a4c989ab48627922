package dev.hotpix.instrument.bridge;

import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.redirect.jpeg.encode.JpegEncodeRedirect;
import dev.hotpix.redirect.jpeg.encode.WriteRequest;

/** The agent's side of the bridge for JPEG encodes. */
final class JpegWriterSink extends HotpixJpegWriter {

    private final OperationTracker encodes;
    private final JpegEncodeRedirect redirect;

    /** @param redirect null if JPEG encodes cannot be redirected in this JVM */
    JpegWriterSink(OperationTrackers trackers, JpegEncodeRedirect redirect) {
        encodes = trackers.of(Operation.ENCODE);
        this.redirect = redirect;
    }

    @Override
    protected int write(
            Object writer, long structPointer, byte[] buffer, int inSpace, int outSpace, int bands, int[] bandSizes,
            int sourceWidth, int width, int height, int periodX, int periodY, Object[] quantisationTables,
            boolean emitQuantisation, Object[] dcTables, Object[] acTables, boolean emitHuffman, boolean optimize,
            boolean progressive, int scanCount, int[] scans, int[] componentIds, int[] horizontalFactors,
            int[] verticalFactors, int[] tableSelectors, boolean haveMetadata, int restartInterval) throws Throwable {
        if (redirect == null) {
            return STOCK;
        }
        WriteRequest request = new WriteRequest(writer, structPointer, buffer)
                .colors(inSpace, outSpace, bands, bandSizes)
                .size(sourceWidth, width, height, periodX, periodY)
                .tables(quantisationTables, emitQuantisation, dcTables, acTables, emitHuffman)
                .coding(optimize, progressive, scanCount, scans, haveMetadata, restartInterval)
                .components(componentIds, horizontalFactors, verticalFactors, tableSelectors);
        if (!redirect.encode(request)) {
            return STOCK;
        }
        encodes.engine(Engine.LIBJPEG_TURBO);
        return request.isAborted() ? ABORTED : WRITTEN;
    }

    @Override
    protected void stockLeft(Object writer, boolean failed) {
        if (redirect != null) {
            redirect.stockLeft(writer, failed);
        }
    }
}
