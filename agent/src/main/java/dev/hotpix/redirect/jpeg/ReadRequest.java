package dev.hotpix.redirect.jpeg;

import java.awt.Rectangle;
import javax.imageio.ImageReadParam;

/** What one call of stock's native decoder was asked for: its arguments, and the read's {@code ImageReadParam}. */
public final class ReadRequest {

    private static final int EVERY_PASS = Integer.MAX_VALUE;

    private final Object reader;
    private final ImageReadParam param;
    private final int imageIndex;
    private final long structPointer;
    private final byte[] buffer;
    private final int rasterBands;
    private final int[] sourceBands;
    private final int[] bandSizes;
    private final Rectangle source;
    private final int periodX;
    private final int periodY;
    private final Object[][] tables;
    private final int minPass;
    private final int maxPass;
    private final boolean wantUpdates;
    private boolean aborted;

    /**
     * Takes the arguments as they are passed to stock.
     *
     * @param buffer the samples of the reader's intermediate row
     * @param source the region of the file's image, in pixels
     * @param tables quantisation, DC and AC tables, each of which may be null
     * @param wantUpdates whether there are update or progress listeners
     */
    public ReadRequest(
            Object reader, ImageReadParam param, int imageIndex, long structPointer, byte[] buffer, int rasterBands,
            int[] sourceBands, int[] bandSizes, Rectangle source, int periodX, int periodY, Object[][] tables,
            int minPass, int maxPass, boolean wantUpdates) {
        this.reader = reader;
        this.param = param;
        this.imageIndex = imageIndex;
        this.structPointer = structPointer;
        this.buffer = buffer;
        this.rasterBands = rasterBands;
        this.sourceBands = sourceBands;
        this.bandSizes = bandSizes;
        this.source = source;
        this.periodX = periodX;
        this.periodY = periodY;
        this.tables = tables;
        this.minPass = minPass;
        this.maxPass = maxPass;
        this.wantUpdates = wantUpdates;
    }

    Object reader() {
        return reader;
    }

    /** Null without one. */
    ImageReadParam param() {
        return param;
    }

    int imageIndex() {
        return imageIndex;
    }

    /** The reader's native decoder. */
    long structPointer() {
        return structPointer;
    }

    /** What stock fills before each {@code acceptPixels}. */
    byte[] buffer() {
        return buffer;
    }

    int rasterBands() {
        return rasterBands;
    }

    Rectangle source() {
        return source;
    }

    boolean allPasses() {
        return minPass == 0 && maxPass == EVERY_PASS;
    }

    boolean wantUpdates() {
        return wantUpdates;
    }

    /** A listener has aborted the read. */
    void aborted() {
        aborted = true;
    }

    /** Whether a listener has aborted the read after it was redirected. */
    public boolean isAborted() {
        return aborted;
    }

    /**
     * What it takes of a decoded image.
     *
     * @param components bands of the decoded image
     * @return null if stock would refuse these bands
     */
    RowSelection selection(int components) {
        if (rasterBands != components || sourceBands.length < components) {
            return null;
        }
        int[] bands = new int[components];
        for (int i = 0; i < components; i++) {
            bands[i] = sourceBands[i];
            if (bands[i] < 0 || bands[i] >= components) {
                return null;
            }
        }
        return new RowSelection(source, periodX, periodY, bands);
    }

    /** Stock's decode of it. */
    boolean callStock(ReaderInternals internals) throws Throwable {
        return (boolean) internals.stockReadImage().invokeExact(reader, imageIndex, structPointer, buffer, rasterBands,
                sourceBands, bandSizes, source.x, source.y, source.width, source.height, periodX, periodY, tables[0],
                tables[1], tables[2], minPass, maxPass, wantUpdates);
    }
}
