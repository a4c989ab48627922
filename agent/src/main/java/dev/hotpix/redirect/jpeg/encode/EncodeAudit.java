package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.measure.ReasonCounters;
import dev.hotpix.measure.VerifyResult;
import dev.hotpix.redirect.Audit;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageWriter;

/**
 * Does a share of the redirected encodes again through stock and compares all bytes. On the application's thread,
 * before it goes on: afterwards the image may be another.
 */
public final class EncodeAudit {

    private final Audit audit;

    /**
     * @param share of the redirected encodes, 0 to 1
     * @param onDifference told of each difference: the parameters, and both files' lengths
     */
    public EncodeAudit(double share, Consumer<String> onDifference) {
        audit = new Audit(share, 0, Runnable::run, onDifference);
    }

    /** How often what was the result. */
    public ReasonCounters<VerifyResult> results() {
        return audit.results();
    }

    /** The first differences found: the parameters, and both files' lengths. */
    public List<String> findings() {
        return audit.findings();
    }

    /** For the bytes of an encode that is one of the share; else null. */
    OutputDigest choose() {
        try {
            return audit.chooses() ? new OutputDigest() : null;
        } catch (NoSuchAlgorithmException crippledJdk) {
            return null;
        }
    }

    /** Lets stock encode what has just been encoded in its place, and compares. Never throws. */
    void verify(WriteRequest request, WriterInternals internals, EncodePlan plan, OutputDigest ours) {
        audit.submit(() -> {
            OutputDigest stock = encode(request, internals);
            return ours.isSame(stock) ? null
                    : plan.parameters() + ", " + ours.bytes() + " bytes, stock's are " + stock.bytes();
        }, 0);
    }

    /** Without metadata: that part the JDK writes in any case. */
    private static OutputDigest encode(WriteRequest r, WriterInternals internals) throws Throwable {
        OutputDigest output = new OutputDigest();
        ImageWriter writer = internals.create();
        try {
            int rowBytes = r.sourceWidth * r.bands;
            int[] offsets = new int[r.bands];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = i;
            }
            DataBufferByte line = new DataBufferByte(rowBytes);
            WritableRaster row =
                    Raster.createInterleavedRaster(line, r.sourceWidth, 1, rowBytes, r.bands, offsets, null);
            internals.copySource(r.writer, writer, row);
            internals.stream(writer, output);
            WriteRequest again = new WriteRequest(writer, 0, line.getData())
                    .colors(r.inSpace, r.outSpace, r.bands, r.bandSizes)
                    .size(r.sourceWidth, r.width, r.height, r.periodX, r.periodY)
                    .tables(r.quantTables, r.emitQuant, r.dcTables, r.acTables, r.emitHuffman)
                    .coding(r.optimize, r.progressive, 0, null, false, r.restartInterval)
                    .components(r.ids, r.horizontal, r.vertical, r.selectors);
            internals.writeImage(writer, again);
            return output;
        } finally {
            writer.dispose();
        }
    }
}
