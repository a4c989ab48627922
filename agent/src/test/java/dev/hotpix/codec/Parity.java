package dev.hotpix.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

/** Compares the codec with this JVM's reader on one file. */
final class Parity {

    /** Layouts on which every libjpeg agrees; on others fancy upsampling differs by version. */
    private static final Set<String> SETTLED = Set.of("1x1,1x1,1x1", "2x1,1x1,1x1", "2x2,1x1,1x1",
        "4x1,1x1,1x1", "4x2,1x1,1x1", "2x2,2x2,2x2", "2x4,1x1,1x1");

    /** What came out: the codec's refusal, or how its result compares. */
    enum Outcome {
        REFUSED, EQUAL, NOT_COMPARABLE, PIXELS_DIFFER, POSITION_DIFFERS, STOCK_WARNED, STOCK_FAILED
    }

    final Outcome outcome;
    final CodecException refusal;
    final String detail;

    private Parity(Outcome outcome, CodecException refusal, String detail) {
        this.outcome = outcome;
        this.refusal = refusal;
        this.detail = detail;
    }

    boolean isMismatch() {
        return outcome.compareTo(Outcome.NOT_COMPARABLE) > 0;
    }

    static Parity of(byte[] jpeg) throws IOException {
        Decoded codec;
        try {
            codec = Decoded.decode(jpeg);
        } catch (CodecException e) {
            return new Parity(Outcome.REFUSED, e, e.kind() + " " + e.getMessage());
        }
        Stock stock = Stock.read(jpeg);
        String sampling = codec.header.toString();
        if (stock.failure != null) {
            return new Parity(Outcome.STOCK_FAILED, null, sampling + ": " + stock.failure);
        }
        try {
            return stock.pixels == null ? compareRaster(jpeg, codec.header, stock) : compare(jpeg, codec, stock);
        } catch (CodecException e) {
            return new Parity(Outcome.REFUSED, e, e.kind() + " with stock's colours");
        }
    }

    /** The raster stands in for an image that Java converts afterwards, by profile or from CMYK. */
    private static Parity compareRaster(byte[] jpeg, FrameHeader header, Stock stock)
            throws IOException, CodecException {
        ColorSpace file = header.colorSpace();
        boolean settled = header.componentCount() == 3 && SETTLED.contains(header.sampling());
        for (ColorSpace output : new ColorSpace[] {ColorSpace.RGB, file, ColorSpace.CMYK}) {
            if (output == ColorSpace.RGB && header.componentCount() != 3
                || output == ColorSpace.CMYK && header.componentCount() != 4) {
                continue;
            }
            Decoded codec = Decoded.decode(Decoded.source(jpeg), file, output, true);
            if (Arrays.equals(codec.pixels, stock.raster)) {
                return new Parity(Outcome.EQUAL, null, header + " raster as " + output);
            }
        }
        return new Parity(settled ? Outcome.PIXELS_DIFFER : Outcome.NOT_COMPARABLE, null, header + " raster");
    }

    private static Parity compare(byte[] jpeg, Decoded guessed, Stock stock) throws IOException, CodecException {
        FrameHeader header = guessed.header;
        Decoded codec = guessed;
        if (header.componentCount() == 3 && stock.file != ColorSpace.UNKNOWN && stock.file != header.colorSpace()) {
            codec = Decoded.decode(Decoded.source(jpeg), stock.file, ColorSpace.BGR, true);
        }
        if (!Arrays.equals(codec.pixels, stock.pixels)) {
            Decoded plain = Decoded.decode(Decoded.source(jpeg), stock.file == ColorSpace.UNKNOWN ? null : stock.file,
                null, false);
            if (header.componentCount() != 3 || SETTLED.contains(header.sampling())) {
                return new Parity(Outcome.PIXELS_DIFFER, null, header.toString());
            }
            if (!Arrays.equals(plain.pixels, stock.pixels)) {
                return new Parity(Outcome.NOT_COMPARABLE, null, header.toString());
            }
        }
        if (!stock.warnings.isEmpty()) {
            return new Parity(Outcome.STOCK_WARNED, null, header + ": " + stock.warnings);
        }
        if (codec.consumed != stock.position) {
            return new Parity(Outcome.POSITION_DIFFERS, null,
                header + ": " + codec.consumed + " consumed, stock stands at " + stock.position);
        }
        return new Parity(Outcome.EQUAL, null, header.toString());
    }
}
