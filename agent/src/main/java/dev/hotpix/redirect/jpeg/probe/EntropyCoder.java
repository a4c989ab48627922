package dev.hotpix.redirect.jpeg.probe;

import java.io.ByteArrayOutputStream;

/**
 * Huffman coding of DC differences and AC bands: sequential (ITU-T T.81 F.1.2) and progressive
 * (G.1.2), which with no successive approximation and no runs of end-of-band are the same.
 *
 * <p>Every DC category has a 4-bit code and every AC symbol an 8-bit one, assigned in the order
 * of the lists in the DHT segment (C.2). That is far from optimal and valid: both tables leave
 * the code of all ones unused, which T.81 reserves and libjpeg may refuse.
 */
final class EntropyCoder {

    static final int DC_CODE_LENGTH = 4;
    static final int AC_CODE_LENGTH = 8;

    /** Differences of 8-bit samples' DC coefficients need up to 11 bits, T.81 table F.1. */
    private static final int DC_CATEGORIES = 12;

    /** AC coefficients of 8-bit samples need up to 10 bits, T.81 table F.2. */
    private static final int AC_CATEGORIES = 10;

    private static final int RUNS = 16;
    private static final int END_OF_BAND = 0x00;
    private static final int ZERO_RUN = 0xF0;

    private final ByteArrayOutputStream out;
    private int pending;
    private int pendingBits;

    EntropyCoder(ByteArrayOutputStream out) {
        this.out = out;
    }

    static byte[] dcSymbols() {
        byte[] symbols = new byte[DC_CATEGORIES];
        for (int i = 0; i < DC_CATEGORIES; i++) {
            symbols[i] = (byte) i;
        }
        return symbols;
    }

    /** In the order of the codes, see {@link #acSymbol}. */
    static byte[] acSymbols() {
        byte[] symbols = new byte[2 + RUNS * AC_CATEGORIES];
        symbols[0] = (byte) END_OF_BAND;
        symbols[1] = (byte) ZERO_RUN;
        for (int i = 0; i < RUNS * AC_CATEGORIES; i++) {
            symbols[2 + i] = (byte) (i / AC_CATEGORIES << 4 | i % AC_CATEGORIES + 1);
        }
        return symbols;
    }

    /** T.81 F.1.2.1: the category of the difference, then its low-order bits. */
    void dcDifference(int difference) {
        int size = bitLength(Math.abs(difference));
        if (size >= DC_CATEGORIES) {
            throw new IllegalStateException("DC difference " + difference);
        }
        bits(size, DC_CODE_LENGTH);
        signed(difference, size);
    }

    /**
     * T.81 F.1.2.2 and G.1.2.2: the coefficients from {@code first} to {@code last} in zig-zag
     * order, without their {@code low} low-order bits.
     */
    void acBand(int[] block, int first, int last, int low) {
        int run = 0;
        for (int k = first; k <= last; k++) {
            int magnitude = Math.abs(block[k]) >> low;
            if (magnitude == 0) {
                run++;
                continue;
            }
            for (; run >= RUNS; run -= RUNS) {
                acSymbol(ZERO_RUN);
            }
            int size = bitLength(magnitude);
            acSymbol(run << 4 | size);
            signed(block[k] < 0 ? -magnitude : magnitude, size);
            run = 0;
        }
        if (run > 0) {
            acSymbol(END_OF_BAND);
        }
    }

    /**
     * T.81 G.1.2.3: bit {@code low} of the coefficients of a band. One that was zero until now is
     * coded with the run of such zeros before it; a correction bit for each of those passed over
     * that were not zero follows.
     */
    void acRefinement(int[] block, int first, int last, int low) {
        if (last - first >= RUNS) {
            throw new IllegalArgumentException("a band this wide may need zero runs");
        }
        int run = 0;
        int corrections = 0;
        int correctionCount = 0;
        for (int k = first; k <= last; k++) {
            int magnitude = Math.abs(block[k]) >> low;
            if (magnitude == 0) {
                run++;
            } else if (magnitude > 1) {
                corrections = corrections << 1 | magnitude & 1;
                correctionCount++;
            } else {
                acSymbol(run << 4 | 1);
                bits(block[k] < 0 ? 0 : 1, 1);
                bits(corrections, correctionCount);
                run = 0;
                corrections = 0;
                correctionCount = 0;
            }
        }
        if (run > 0 || correctionCount > 0) {
            acSymbol(END_OF_BAND);
            bits(corrections, correctionCount);
        }
    }

    private void acSymbol(int symbol) {
        int size = symbol & 15;
        if (size > AC_CATEGORIES) {
            throw new IllegalStateException("AC category " + size);
        }
        int code;
        if (size == 0) {
            code = symbol == END_OF_BAND ? 0 : 1;
        } else {
            code = 2 + (symbol >> 4) * AC_CATEGORIES + size - 1;
        }
        bits(code, AC_CODE_LENGTH);
    }

    /** T.81 F.1.2.1.1: negative values as one less, so that their first bit is zero. */
    private void signed(int value, int size) {
        bits((value < 0 ? value - 1 : value) & (1 << size) - 1, size);
    }

    private static int bitLength(int magnitude) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(magnitude);
    }

    /** The {@code count} low-order bits of {@code value}, which has no others. */
    void bits(int value, int count) {
        pending = pending << count | value;
        pendingBits += count;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            int next = pending >> pendingBits & 0xFF;
            out.write(next);
            if (next == 0xFF) {
                // Not a marker, T.81 F.1.2.3.
                out.write(0);
            }
        }
        pending &= (1 << pendingBits) - 1;
    }

    /** Fills the last byte with ones, T.81 B.1.1.5. */
    void finish() {
        int padding = -pendingBits & 7;
        bits((1 << padding) - 1, padding);
    }
}
