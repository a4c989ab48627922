package dev.hotpix.redirect.jpeg.encode;

/** One call of {@code JPEGImageWriter.writeImage}: its arguments as they came, none of them checked. */
public final class WriteRequest {

    final Object writer;
    final long structPointer;
    final byte[] buffer;
    int inSpace;
    int outSpace;
    int bands;
    int[] bandSizes;
    int sourceWidth;
    int width;
    int height;
    int periodX;
    int periodY;
    Object[] quantTables;
    boolean emitQuant;
    Object[] dcTables;
    Object[] acTables;
    boolean emitHuffman;
    boolean optimize;
    boolean progressive;
    int scanCount;
    int[] scans;
    boolean haveMetadata;
    int restartInterval;
    int[] ids;
    int[] horizontal;
    int[] vertical;
    int[] selectors;
    private boolean aborted;

    /**
     * @param structPointer of the native state, 0 if the writer is disposed
     * @param buffer to which the writer copies a row of its source
     */
    public WriteRequest(Object writer, long structPointer, byte[] buffer) {
        this.writer = writer;
        this.structPointer = structPointer;
        this.buffer = buffer;
    }

    /** Colour spaces as libjpeg's {@code J_COLOR_SPACE}, and how many bits the samples of each band have. */
    public WriteRequest colors(int in, int out, int bandCount, int[] sizes) {
        inSpace = in;
        outSpace = out;
        bands = bandCount;
        bandSizes = sizes;
        return this;
    }

    /** Pixels of a source row, pixels and rows of the file, and of how many pixels and rows one is taken. */
    public WriteRequest size(int fromWidth, int toWidth, int toHeight, int stepX, int stepY) {
        sourceWidth = fromWidth;
        width = toWidth;
        height = toHeight;
        periodX = stepX;
        periodY = stepY;
        return this;
    }

    /** {@code JPEGQTable}s and {@code JPEGHuffmanTable}s, and whether they become part of the file. */
    public WriteRequest tables(Object[] quant, boolean writeQuant, Object[] dc, Object[] ac, boolean writeHuffman) {
        quantTables = quant;
        emitQuant = writeQuant;
        dcTables = dc;
        acTables = ac;
        emitHuffman = writeHuffman;
        return this;
    }

    /** The kind of coding, as the native encoder is told. */
    public WriteRequest coding(
            boolean optimized, boolean inScans, int numberOfScans, int[] scanScript, boolean metadata, int restart) {
        optimize = optimized;
        progressive = inScans;
        scanCount = numberOfScans;
        scans = scanScript;
        haveMetadata = metadata;
        restartInterval = restart;
        return this;
    }

    /** Of each component its id, sampling factors and quantisation table. */
    public WriteRequest components(int[] componentIds, int[] factorsX, int[] factorsY, int[] tableSelectors) {
        ids = componentIds;
        horizontal = factorsX;
        vertical = factorsY;
        selectors = tableSelectors;
        return this;
    }

    /** The application has wished to abort. */
    void aborted() {
        aborted = true;
    }

    /** Whether stock would say that this write was aborted. */
    public boolean isAborted() {
        return aborted;
    }
}
