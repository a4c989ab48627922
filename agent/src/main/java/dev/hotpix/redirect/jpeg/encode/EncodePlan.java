package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.codec.EncodeParameters;
import java.awt.image.SampleModel;

/** The codec's parameters for a request, or why stock is to do it. */
final class EncodePlan {

    private static final int MAX_DIMENSION = 65500;
    private static final int MAX_RESTART = 65535;

    private final FallbackReason refusal;
    private final EncodeParameters parameters;
    private final SourceRows rows;

    private EncodePlan(FallbackReason refusal, EncodeParameters parameters, SourceRows rows) {
        this.refusal = refusal;
        this.parameters = parameters;
        this.rows = rows;
    }

    private static EncodePlan refused(FallbackReason reason) {
        return new EncodePlan(reason, null, null);
    }

    static EncodePlan of(WriteRequest request, WriterInternals internals, SourceAccess sources) throws Throwable {
        if (request.scanCount != 0 || request.scans != null) {
            return refused(FallbackReason.SCANS);
        }
        if (!isRegular(request)) {
            return refused(FallbackReason.PARAMETERS);
        }
        EncodeParameters parameters = parameters(request);
        if (!RequestedTables.copy(request, parameters)) {
            return refused(FallbackReason.TABLES);
        }
        SourceRows rows = hasRightSizes(request, internals) ? sources.of(request, internals) : null;
        if (rows == null) {
            return refused(FallbackReason.SOURCE);
        }
        parameters.colors(rows.space(), rows.samples(), request.outSpace);
        return new EncodePlan(null, parameters, rows);
    }

    /** The parameters but for tables and the order of samples. */
    static EncodeParameters parameters(WriteRequest request) {
        EncodeParameters parameters = new EncodeParameters(request.width, request.height)
                .colors(request.inSpace, request.bands, request.outSpace)
                .coding(request.optimize, request.progressive).restartInterval(request.restartInterval);
        for (int i = 0; i < request.bands; i++) {
            parameters.component(
                    i, request.ids[i], request.horizontal[i], request.vertical[i], request.selectors[i]);
        }
        return parameters;
    }

    private static boolean isRegular(WriteRequest request) {
        int bands = request.bands;
        if (bands < 1 || bands > EncodeParameters.MAX_COMPONENTS || request.bandSizes == null
                || request.bandSizes.length < bands || !has(request.ids, bands, 0, 255)
                || !has(request.horizontal, bands, 1, 4) || !has(request.vertical, bands, 1, 4)
                || !has(request.selectors, bands, 0, EncodeParameters.MAX_TABLES - 1)
                || !has(request.bandSizes, bands, 1, 8)) {
            return false;
        }
        return request.width > 0 && request.width <= MAX_DIMENSION && request.height > 0
                && request.height <= MAX_DIMENSION && request.periodX > 0 && request.periodY > 0
                && (request.width - 1L) * request.periodX < request.sourceWidth
                && request.restartInterval >= 0 && request.restartInterval <= MAX_RESTART && request.buffer != null
                && (long) request.sourceWidth * bands <= request.buffer.length;
    }

    /**
     * The sizes of samples are in the source's order even if the bands are wanted in another: where one does not fit, stock
     * reads beyond its table.
     */
    private static boolean hasRightSizes(WriteRequest request, WriterInternals internals) {
        int[] bands = internals.sourceBands(request.writer);
        SampleModel samples = internals.source(request.writer).getSampleModel();
        if (internals.colorTable(request.writer) != null) {
            return true;
        }
        for (int i = 0; i < request.bands; i++) {
            if (bands == null || i >= bands.length || bands[i] < 0 || bands[i] >= samples.getNumBands()
                    || samples.getSampleSize(bands[i]) > request.bandSizes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(int[] numbers, int count, int least, int most) {
        if (numbers == null || numbers.length < count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (numbers[i] < least || numbers[i] > most) {
                return false;
            }
        }
        return true;
    }

    /** Null if the codec may do it. */
    FallbackReason refusal() {
        return refusal;
    }

    EncodeParameters parameters() {
        return parameters;
    }

    SourceRows rows() {
        return rows;
    }
}
