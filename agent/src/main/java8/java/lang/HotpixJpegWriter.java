package java.lang;

import java.lang.invoke.MethodHandle;

/**
 * What the JDK's woven JPEG writer calls: a bridge like {@link HotpixImageIo}. {@link #writeImage} throws what the
 * application's own stream, listener or image threw.
 */
public abstract class HotpixJpegWriter {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixJpegWriter sink;

    /**
     * The stock encoder, {@code JPEGImageWriter.writeImage}, with every argument of a type outside {@code java.base}
     * widened to {@code Object} or {@code Object[]}. Set before anything is woven and never unset.
     */
    public static volatile MethodHandle stockWriteImage;

    /** The image is left to stock. */
    protected static final int STOCK = 0;
    /** The image has been written. */
    protected static final int WRITTEN = 1;
    /** The image has been written as far as the application let it, or wholly but for its wish to abort. */
    protected static final int ABORTED = 2;

    protected HotpixJpegWriter() {
    }

    /**
     * Takes the place of {@code JPEGImageWriter.writeImage} in {@code writeOnThread}: same arguments.
     *
     * @return whether the write was aborted, as stock
     */
    public static boolean writeImage(
            Object writer, long structPointer, byte[] buffer, int inSpace, int outSpace, int bands, int[] bandSizes,
            int sourceWidth, int width, int height, int periodX, int periodY, Object[] quantisationTables,
            boolean emitQuantisation, Object[] dcTables, Object[] acTables, boolean emitHuffman, boolean optimize,
            boolean progressive, int scanCount, int[] scans, int[] componentIds, int[] horizontalFactors,
            int[] verticalFactors, int[] tableSelectors, boolean haveMetadata, int restartInterval) throws Throwable {
        HotpixJpegWriter agent = sink;
        int verdict = agent == null ? STOCK : agent.write(writer, structPointer, buffer, inSpace, outSpace, bands,
                bandSizes, sourceWidth, width, height, periodX, periodY, quantisationTables, emitQuantisation,
                dcTables, acTables, emitHuffman, optimize, progressive, scanCount, scans, componentIds,
                horizontalFactors, verticalFactors, tableSelectors, haveMetadata, restartInterval);
        if (verdict != STOCK) {
            return verdict == ABORTED;
        }
        boolean failed = true;
        try {
            boolean aborted = (boolean) stockWriteImage.invokeExact(writer, structPointer, buffer, inSpace, outSpace,
                    bands, bandSizes, sourceWidth, width, height, periodX, periodY, quantisationTables,
                    emitQuantisation, dcTables, acTables, emitHuffman, optimize, progressive, scanCount, scans,
                    componentIds, horizontalFactors, verticalFactors, tableSelectors, haveMetadata, restartInterval);
            failed = false;
            return aborted;
        } finally {
            if (agent != null) {
                agent.stockLeft(writer, failed);
            }
        }
    }

    /**
     * Encodes the image in stock's place; arguments as in {@link #writeImage}.
     *
     * @return {@link #STOCK} if stock is to do it; then nothing has been written or told, and {@link #stockLeft} is
     *     called after it; else {@link #WRITTEN} or {@link #ABORTED}
     */
    protected abstract int write(
            Object writer, long structPointer, byte[] buffer, int inSpace, int outSpace, int bands, int[] bandSizes,
            int sourceWidth, int width, int height, int periodX, int periodY, Object[] quantisationTables,
            boolean emitQuantisation, Object[] dcTables, Object[] acTables, boolean emitHuffman, boolean optimize,
            boolean progressive, int scanCount, int[] scans, int[] componentIds, int[] horizontalFactors,
            int[] verticalFactors, int[] tableSelectors, boolean haveMetadata, int restartInterval) throws Throwable;

    /** Stock has encoded, or failed to. */
    protected abstract void stockLeft(Object writer, boolean failed);
}
