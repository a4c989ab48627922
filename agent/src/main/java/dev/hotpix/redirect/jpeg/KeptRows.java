package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegDecoder;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rows of a read, kept until the codec has finished the image and it is known that they are good. In pieces,
 * because one large array would need contiguous room in the heap.
 */
final class KeptRows implements RowSink, AutoCloseable {

    private static final int PIECE_BYTES = 512 << 10;

    private final Budget budget;
    private final byte[][] pieces;
    private final int rows;
    private final int rowBytes;
    private final int rowsPerPiece;

    private KeptRows(Budget budget, int rows, int rowBytes) {
        this.budget = budget;
        this.rows = rows;
        this.rowBytes = rowBytes;
        rowsPerPiece = Math.max(1, PIECE_BYTES / rowBytes);
        pieces = new byte[(rows + rowsPerPiece - 1) / rowsPerPiece][];
    }

    /** How much heap all reads together may keep, and how much one. */
    static final class Budget {

        private static final int SHARE_OF_HEAP = 8;
        private static final int READS_AT_ONCE = 2;

        private final long most = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        private final AtomicLong kept = new AtomicLong();

        private boolean take(long bytes) {
            if (bytes > most) {
                return false;
            }
            if (kept.addAndGet(bytes) > READS_AT_ONCE * most) {
                kept.addAndGet(-bytes);
                return false;
            }
            return true;
        }
    }

    /**
     * Room for rows.
     *
     * @return null if they would take too much memory
     */
    static KeptRows of(Budget budget, int rows, int rowBytes) {
        return budget.take((long) rows * rowBytes) ? new KeptRows(budget, rows, rowBytes) : null;
    }

    /** Decodes all rows of an image that is wanted as it is. */
    void decode(JpegDecoder decoder) throws IOException, CodecException {
        for (int first = 0; first < rows; first += rowsPerPiece) {
            byte[] piece = piece(first);
            int count = Math.min(rowsPerPiece, rows - first);
            int done = 0;
            while (done < count) {
                done += decoder.readRows(piece, done * rowBytes, rowBytes, count - done);
            }
        }
    }

    @Override
    public void row(int index, byte[] samples, int offset) {
        System.arraycopy(samples, offset, piece(index), offset(index), rowBytes);
    }

    private byte[] piece(int row) {
        int number = row / rowsPerPiece;
        if (pieces[number] == null) {
            pieces[number] = new byte[Math.min(rowsPerPiece, rows - number * rowsPerPiece) * rowBytes];
        }
        return pieces[number];
    }

    private int offset(int row) {
        return row % rowsPerPiece * rowBytes;
    }

    int rows() {
        return rows;
    }

    /** Hands a row on. */
    void give(int row, RowSink sink) throws Throwable {
        sink.row(row, piece(row), offset(row));
    }

    /**
     * Whether a raster of as many rows has the same samples.
     *
     * @param swapped whether its pixels have their three samples the other way round
     */
    boolean areIn(RasterTarget target, boolean swapped) {
        byte[] samples = target.samples();
        for (int row = 0; row < rows; row++) {
            byte[] piece = piece(row);
            int at = offset(row);
            int from = target.offset() + row * target.stride();
            if (!swapped && !Arrays.equals(piece, at, at + rowBytes, samples, from, from + rowBytes)) {
                return false;
            }
            for (int i = 0; swapped && i < rowBytes; i += 3) {
                if (piece[at + i] != samples[from + i + 2] || piece[at + i + 1] != samples[from + i + 1]
                        || piece[at + i + 2] != samples[from + i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Lets other reads have the memory. */
    @Override
    public void close() {
        budget.kept.addAndGet(-(long) rows * rowBytes);
    }
}
