package dev.hotpix.codec;

import java.util.Arrays;

/**
 * With what an image is to be encoded: the parameters of libjpeg's API, used as they are. Setters answer this object.
 */
public final class EncodeParameters {

    /** Most components of an image. */
    public static final int MAX_COMPONENTS = 4;
    /** Most tables of a kind. */
    public static final int MAX_TABLES = 4;
    /** The largest quantiser with which libjpeg-turbo's division by multiplication is exact. */
    public static final int MAX_QUANTISER = 4095;

    private static final int WIDTH = 0;
    private static final int HEIGHT = 1;
    private static final int SAMPLES = 2;
    private static final int IN_SPACE = 3;
    private static final int OUT_SPACE = 4;
    private static final int OPTIMIZE = 5;
    private static final int PROGRESSIVE = 6;
    private static final int RESTART = 7;
    private static final int EMIT_QUANT = 8;
    private static final int EMIT_HUFFMAN = 9;
    private static final int PROMPT = 10;
    private static final int QUANT_TABLES = 11;
    private static final int DC_TABLES = 12;
    private static final int AC_TABLES = 13;
    private static final int COMPONENTS = 14;

    private static final int LENGTHS = 16;
    private static final int HUFFMAN_BYTES = LENGTHS + 256;
    private static final int BLOCK = 64;

    private final int[] frame = new int[COMPONENTS + 4 * MAX_COMPONENTS];
    private int[] quantisers = new int[0];
    private byte[] huffman = new byte[0];

    /** An image of so many pixels, with components 1 to 4 that are not subsampled. */
    public EncodeParameters(int width, int height) {
        frame[WIDTH] = width;
        frame[HEIGHT] = height;
        for (int i = 0; i < MAX_COMPONENTS; i++) {
            component(i, i + 1, 1, 1, 0);
        }
    }

    /**
     * The colours, as libjpeg's {@code J_COLOR_SPACE}.
     *
     * @param in of the rows
     * @param samples bytes per pixel of the rows, 1 to 4
     * @param out of the file
     */
    public EncodeParameters colors(int in, int samples, int out) {
        frame[IN_SPACE] = in;
        frame[SAMPLES] = samples;
        frame[OUT_SPACE] = out;
        return this;
    }

    /** The component {@code index}, its sampling factors and the number of its quantisation table. */
    public EncodeParameters component(int index, int id, int horizontal, int vertical, int quantTable) {
        int at = COMPONENTS + 4 * index;
        frame[at] = id;
        frame[at + 1] = horizontal;
        frame[at + 2] = vertical;
        frame[at + 3] = quantTable;
        return this;
    }

    /**
     * The kind of coding.
     *
     * @param optimize with Huffman tables made for this image
     * @param progressive in libjpeg's default progressive scans, which are always optimised
     */
    public EncodeParameters coding(boolean optimize, boolean progressive) {
        frame[OPTIMIZE] = optimize ? 1 : 0;
        frame[PROGRESSIVE] = progressive ? 1 : 0;
        return this;
    }

    /** MCUs between restart markers, to 65535; 0 for none. */
    public EncodeParameters restartInterval(int mcus) {
        frame[RESTART] = mcus;
        return this;
    }

    /**
     * No whole byte waits for the next row of MCUs, as in libjpeg 6b and unlike in libjpeg-turbo. The file is the
     * same; in which call a byte comes is not.
     */
    public EncodeParameters prompt(boolean prompt) {
        frame[PROMPT] = prompt ? 1 : 0;
        return this;
    }

    /**
     * The quantisation tables.
     *
     * @param emit whether they become part of the file
     * @param tables at most 4, of 64 quantisers in natural order each
     */
    public EncodeParameters quantTables(boolean emit, int[]... tables) {
        frame[EMIT_QUANT] = emit ? 1 : 0;
        frame[QUANT_TABLES] = tables.length;
        quantisers = new int[tables.length * BLOCK];
        for (int i = 0; i < tables.length; i++) {
            System.arraycopy(tables[i], 0, quantisers, i * BLOCK, BLOCK);
        }
        return this;
    }

    /**
     * The Huffman tables, of no use if they are made for the image.
     *
     * @param emit whether they become part of the file
     * @param lengths of at most 4 DC tables and as many AC tables: how many codes there are of each length from 1
     * @param values of the same tables in the order of their codes
     */
    public EncodeParameters huffmanTables(boolean emit, int dcTables, short[][] lengths, short[][] values) {
        frame[EMIT_HUFFMAN] = emit ? 1 : 0;
        frame[DC_TABLES] = dcTables;
        frame[AC_TABLES] = lengths.length - dcTables;
        huffman = new byte[lengths.length * HUFFMAN_BYTES];
        for (int i = 0; i < lengths.length; i++) {
            put(lengths[i], LENGTHS, i * HUFFMAN_BYTES);
            put(values[i], HUFFMAN_BYTES - LENGTHS, i * HUFFMAN_BYTES + LENGTHS);
        }
        return this;
    }

    private void put(short[] from, int most, int at) {
        for (int i = 0; i < Math.min(from.length, most); i++) {
            huffman[at + i] = (byte) from[i];
        }
    }

    int height() {
        return frame[HEIGHT];
    }

    int[] frame() {
        return frame;
    }

    int[] quantisers() {
        return quantisers;
    }

    byte[] huffman() {
        return huffman;
    }

    @Override
    public String toString() {
        return "EncodeParameters" + Arrays.toString(frame);
    }
}
