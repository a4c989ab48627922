package dev.hotpix.redirect.jpeg.encode;

import java.util.Arrays;

/** What matters to whether two encoders make the same bytes of the same samples and tables. */
final class EncodeKind {

    final int inSpace;
    final int outSpace;
    final int bands;
    final int[] horizontal;
    final int[] vertical;
    final boolean optimize;
    final boolean progressive;
    final boolean restarts;

    private EncodeKind(WriteRequest request) {
        inSpace = request.inSpace;
        outSpace = request.outSpace;
        bands = request.bands;
        horizontal = Arrays.copyOf(request.horizontal, bands);
        vertical = Arrays.copyOf(request.vertical, bands);
        optimize = request.optimize;
        progressive = request.progressive;
        restarts = request.restartInterval > 0;
    }

    static EncodeKind of(WriteRequest request) {
        return new EncodeKind(request);
    }

    /** Gray, in one scan with given tables: rows of MCUs of one block for each eight pixels. */
    static EncodeKind gray() {
        int[] one = {1};
        return new EncodeKind(new WriteRequest(null, 0, null).colors(1, 1, 1, new int[] {8}).components(one, one, one, one));
    }

    /** Whether it is written while the rows come, in one scan and with given Huffman tables. */
    boolean isStreamed() {
        return !optimize && !progressive;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof EncodeKind)) {
            return false;
        }
        EncodeKind that = (EncodeKind) other;
        return Arrays.equals(numbers(), that.numbers()) && Arrays.equals(horizontal, that.horizontal)
                && Arrays.equals(vertical, that.vertical);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(numbers()) + Arrays.hashCode(horizontal)) + Arrays.hashCode(vertical);
    }

    private int[] numbers() {
        return new int[] {inSpace, outSpace, bands, (optimize ? 1 : 0) + (progressive ? 2 : 0) + (restarts ? 4 : 0)};
    }
}
