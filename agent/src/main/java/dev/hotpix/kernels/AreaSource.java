package dev.hotpix.kernels;

/** The rows of an image as area averaging wants them: ARGB ints, colours not premultiplied. */
public final class AreaSource {

    private final PixelArea area;
    private final int[] grays;
    private final int[] row;

    /**
     * @param grays for {@link PixelLayout#GRAY}: the ARGB value of each sample, 256 of them; otherwise null
     */
    public AreaSource(PixelArea area, int[] grays) {
        this.area = area;
        this.grays = grays;
        // A copy even of ints: a row that lies in a near cache is worth it to kernels that jump about in it.
        this.row = new int[area.width()];
    }

    /** The pixels of a row, valid until the next call. */
    public int[] row(int y) {
        int offset = area.rowOffset(y);
        switch (area.layout()) {
            case BGR:
                PackedPixels.fromBgr(area.bytes(), offset, row, 0, row.length, 0xff000000);
                break;
            case ABGR:
                PackedPixels.fromAbgr(area.bytes(), offset, row, row.length);
                break;
            case GRAY:
                byte[] samples = area.bytes();
                for (int i = 0; i < row.length; i++) {
                    row[i] = grays[samples[offset + i] & 0xff];
                }
                break;
            case INT_RGB:
                int[] pixels = area.ints();
                for (int i = 0; i < row.length; i++) {
                    row[i] = pixels[offset + i] | 0xff000000;
                }
                break;
            default:
                System.arraycopy(area.ints(), offset, row, 0, row.length);
        }
        return row;
    }
}
