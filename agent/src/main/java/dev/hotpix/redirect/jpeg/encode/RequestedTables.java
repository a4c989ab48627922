package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.codec.EncodeParameters;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * The tables of a request, if they are all that its encode can need. Where a table is missing stock falls back on
 * what an earlier image has left in its native state, or on those of its libjpeg.
 */
final class RequestedTables {

    /** libjpeg's {@code JCS_YCbCr} and {@code JCS_YCCK}: the files whose chroma has Huffman tables of its own. */
    private static final int YCBCR = 3;
    private static final int YCCK = 5;

    /** Differences of the DC coefficients of 8-bit samples take 11 bits, AC coefficients 10 (T.81, F.1.2). */
    private static final int DC_BITS = 11;
    private static final int AC_BITS = 10;
    private static final int RUNS = 16;
    private static final int LENGTHS = 16;

    /** Of larger ones, which take 16 bits, stock warns. */
    private static final int MOST_QUANTISER = 255;
    private static final int ZERO_RUN = 0xF0;

    /** With so many libjpeg's own defaults overwrite all that an image leaves for the next. */
    private static final int USUAL = 2;

    private RequestedTables() {
    }

    /**
     * Copies the tables.
     *
     * @return false if stock is to see to them
     */
    static boolean copy(WriteRequest request, EncodeParameters to) {
        return copyQuant(request, to) && (request.optimize || request.progressive || copyHuffman(request, to));
    }

    /** Whether stock's native state would carry tables over to the writer's next image. */
    static boolean stay(WriteRequest request) {
        return request.quantTables.length > USUAL || !request.optimize
                && (request.dcTables.length > USUAL || request.acTables.length > USUAL);
    }

    private static boolean copyQuant(WriteRequest request, EncodeParameters to) {
        Object[] tables = request.quantTables;
        if (!isUsable(tables)) {
            return false;
        }
        for (int band = 0; band < request.bands; band++) {
            if (request.selectors[band] < 0 || request.selectors[band] >= tables.length) {
                return false;
            }
        }
        int[][] copies = new int[tables.length][];
        for (int i = 0; i < tables.length; i++) {
            copies[i] = ((JPEGQTable) tables[i]).getTable();
            for (int quantiser : copies[i]) {
                if (quantiser < 1 || quantiser > MOST_QUANTISER) {
                    return false;
                }
            }
        }
        to.quantTables(request.emitQuant, copies);
        return true;
    }

    private static boolean isUsable(Object[] tables) {
        if (tables == null || tables.length < 1 || tables.length > EncodeParameters.MAX_TABLES) {
            return false;
        }
        for (Object table : tables) {
            if (table == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean copyHuffman(WriteRequest request, EncodeParameters to) {
        int used = request.outSpace == YCBCR || request.outSpace == YCCK ? 2 : 1;
        Object[] dc = request.dcTables;
        Object[] ac = request.acTables;
        if (!isUsable(dc) || !isUsable(ac) || dc.length < used || ac.length < used) {
            return false;
        }
        short[][] lengths = new short[dc.length + ac.length][];
        short[][] values = new short[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            JPEGHuffmanTable table = (JPEGHuffmanTable) (i < dc.length ? dc[i] : ac[i - dc.length]);
            lengths[i] = table.getLengths();
            values[i] = table.getValues();
            if (!isComplete(lengths[i], values[i], i < dc.length)) {
                return false;
            }
        }
        to.huffmanTables(request.emitHuffman, dc.length, lengths, values);
        return true;
    }

    /** Whether there is a code for whatever 8-bit samples can bring. */
    private static boolean isComplete(short[] lengths, short[] values, boolean dc) {
        int codes = 0;
        for (short ofLength : lengths) {
            codes += ofLength;
        }
        // Of fewer lengths stock leaves the rest as they were in its native state.
        if (lengths.length != LENGTHS || codes != values.length || codes > 256) {
            return false;
        }
        boolean[] has = new boolean[256];
        for (short value : values) {
            if (value < 0 || value > 255) {
                return false;
            }
            has[value] = true;
        }
        return dc ? hasAll(has, 0, DC_BITS) : hasAllRuns(has);
    }

    private static boolean hasAllRuns(boolean[] has) {
        boolean all = has[0] && has[ZERO_RUN];
        for (int run = 0; run < RUNS; run++) {
            all = all && hasAll(has, run * RUNS + 1, run * RUNS + AC_BITS);
        }
        return all;
    }

    private static boolean hasAll(boolean[] has, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (!has[i]) {
                return false;
            }
        }
        return true;
    }
}
