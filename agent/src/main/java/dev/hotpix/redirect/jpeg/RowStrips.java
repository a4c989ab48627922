package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.JpegDecoder;

/** Decodes an image strip by strip and hands on the rows that are wanted. */
final class RowStrips {

    private static final int STRIP_BYTES = 256 << 10;
    private static final int MOST_ROWS = 64;

    private RowStrips() {
    }

    /**
     * Decodes all rows up to the last that is wanted.
     *
     * @param decoder has been started
     */
    static void decode(JpegDecoder decoder, RowSelection selection, RowSink sink) throws Throwable {
        int rowBytes = decoder.rowBytes();
        int rows = Math.max(1, Math.min(MOST_ROWS, STRIP_BYTES / rowBytes));
        byte[] strip = new byte[rows * rowBytes];
        byte[] taken = new byte[selection.rowBytes()];
        int y = 0;
        while (y < selection.endRow()) {
            int count = decoder.readRows(strip, 0, rowBytes, Math.min(rows, selection.endRow() - y));
            for (int i = 0; i < count; i++, y++) {
                int index = selection.indexOf(y);
                if (index >= 0) {
                    selection.take(strip, i * rowBytes, taken, 0);
                    sink.row(index, taken, 0);
                }
            }
        }
    }
}
