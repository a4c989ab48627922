package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.codec.CodecException;
import dev.hotpix.measure.OperationTracker;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes made images through this JVM's own JPEG writer and through the codec and compares all bytes. JVMs come with
 * IJG libjpeg 6b or with any of several libjpeg-turbo versions, patched or not: what this one does is asked, not
 * guessed from its name.
 */
final class EncodeProbe {

    /** One row of MCUs of one block each, so that in some of these rows a byte comes before or after it is due. */
    private static final int LONG_HEIGHT = 4096;

    /** Images on which the two ways differ, of which one must be stock's in all; and how many are looked at for them. */
    private static final int TELLING = 3;
    private static final int MOST_SEEDS = 60;

    private final WriterInternals internals;
    private Verdict streaming;

    EncodeProbe(WriterInternals internals) {
        this.internals = internals;
    }

    /** Compares, on the calling thread, in some milliseconds. */
    Verdict run(EncodeKind kind) throws Throwable {
        boolean before = OperationTracker.suppressed(true);
        try {
            for (ProbeEncode image : images(kind)) {
                if (!image.byStock(internals).hasBytesOf(image.byCodec(false))) {
                    return Verdict.DIFFERS;
                }
            }
            return kind.isStreamed() ? streaming() : Verdict.LATE;
        } catch (CodecException refused) {
            return Verdict.DIFFERS;
        } finally {
            OperationTracker.suppressed(before);
        }
    }

    private static List<ProbeEncode> images(EncodeKind kind) {
        int mcuWidth = 8 * max(kind.horizontal);
        int mcuHeight = 8 * max(kind.vertical);
        List<ProbeEncode> images = new ArrayList<>();
        int[][] cases = {
            // pixels beyond whole MCUs, noise, quantiser
            {1, 1, 200, 2}, {mcuWidth - 1, mcuHeight - 1, 256, 1}, {mcuWidth / 2 + 1, 3, 40, 7}, {3, mcuHeight / 2 + 1, 0, 16},
            {5, 7, 120, 90}, {0, 0, 20, 3}
        };
        for (int i = 0; i < cases.length; i++) {
            int mcus = i == 0 ? 0 : i + 1;
            images.add(new ProbeEncode(kind, Math.max(mcus * mcuWidth + cases[i][0], 1),
                    Math.max(mcus * mcuHeight / 2 + cases[i][1], 1), cases[i][2], cases[i][3], i));
        }
        return images;
    }

    private static int max(int[] factors) {
        int max = 1;
        for (int factor : factors) {
            max = Math.max(max, factor);
        }
        return max;
    }

    /** When bytes come is a property of the Huffman coder, the same for all kinds of images. */
    private Verdict streaming() throws Throwable {
        if (streaming == null) {
            boolean prompt = true;
            boolean late = true;
            int telling = 0;
            for (int seed = 1; seed <= MOST_SEEDS && telling < TELLING; seed++) {
                ProbeEncode image = new ProbeEncode(EncodeKind.gray(), 8, LONG_HEIGHT, 250, 1, seed);
                ProbeEncode.Output early = image.byCodec(true);
                ProbeEncode.Output lazy = image.byCodec(false);
                if (!early.isOf(lazy)) {
                    telling++;
                    ProbeEncode.Output stock = image.byStock(internals);
                    prompt = prompt && stock.isOf(early);
                    late = late && stock.isOf(lazy);
                }
            }
            boolean told = telling == TELLING;
            streaming = told && prompt ? Verdict.PROMPT : told && late ? Verdict.LATE : Verdict.DIFFERS;
        }
        return streaming;
    }

    /** What a probe found. */
    enum Verdict {
        /** The codec makes stock's bytes, and each is out by the end of the row of MCUs that it ends in. */
        PROMPT,
        /** The codec makes stock's bytes, and some wait for the next row of MCUs. */
        LATE,
        /** The codec does not make stock's bytes, or not when stock makes them. */
        DIFFERS,
        /** Not known yet. */
        PENDING
    }
}
