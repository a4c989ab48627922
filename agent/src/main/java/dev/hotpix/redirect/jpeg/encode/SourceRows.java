package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.JpegEncoder;

/** The rows that are to be encoded, in the writer's order: subsampled, of the wanted bands, scaled to 8 bits. */
abstract class SourceRows {

    /** libjpeg's code of their colour space, which says in which order the samples are. */
    abstract int space();

    /** Bytes per pixel. */
    abstract int samples();

    /** Whether reading row {@code y} itself tells the listeners what stock tells them of it. */
    boolean tellsListeners() {
        return false;
    }

    /**
     * Encodes some rows.
     *
     * @param first row of the file, from 0
     * @return how many bytes of the file wait to be taken
     * @throws Throwable what the application's image or listener threw, or a {@code CodecException}
     */
    abstract int encode(JpegEncoder encoder, int first, int rows) throws Throwable;

    /** Rows whose pixels the codec can read where they are, in bytes. */
    static final class Bytes extends SourceRows {
        private final int space;
        private final int samples;
        private final byte[] array;
        private final int offset;
        private final int stride;
        private final int rowBytes;

        Bytes(int space, int samples, byte[] array, int offset, int stride, int width) {
            this.space = space;
            this.samples = samples;
            this.array = array;
            this.offset = offset;
            this.stride = stride;
            this.rowBytes = width * samples;
        }

        @Override
        int space() {
            return space;
        }

        @Override
        int samples() {
            return samples;
        }

        @Override
        int encode(JpegEncoder encoder, int first, int rows) throws CodecException {
            return encoder.writeRows(array, offset + first * stride, stride, rowBytes, rows);
        }
    }

    /** The same in ints. */
    static final class Ints extends SourceRows {
        private final int space;
        private final int[] array;
        private final int offset;
        private final int stride;
        private final int width;

        Ints(int space, int[] array, int offset, int stride, int width) {
            this.space = space;
            this.array = array;
            this.offset = offset;
            this.stride = stride;
            this.width = width;
        }

        @Override
        int space() {
            return space;
        }

        @Override
        int samples() {
            return Integer.BYTES;
        }

        @Override
        int encode(JpegEncoder encoder, int first, int rows) throws CodecException {
            return encoder.writeRows(array, offset + first * stride, stride, width, rows);
        }
    }

    /** Rows that are put together in a strip first. */
    abstract static class Gathered extends SourceRows {
        private final WriteRequest request;
        private final byte[][] scale;
        private byte[] strip = new byte[0];

        Gathered(WriteRequest request) {
            this.request = request;
            scale = scales(request);
        }

        /** Puts row {@code y} of the source to {@code to[at]} and following. */
        abstract void gather(int y, byte[] to, int at) throws Throwable;

        @Override
        final int space() {
            return request.inSpace;
        }

        @Override
        final int samples() {
            return request.bands;
        }

        @Override
        final int encode(JpegEncoder encoder, int first, int rows) throws Throwable {
            int rowBytes = request.width * request.bands;
            if (strip.length < rows * rowBytes) {
                strip = new byte[rows * rowBytes];
            }
            for (int i = 0; i < rows; i++) {
                gather((first + i) * request.periodY, strip, i * rowBytes);
                rescale(i * rowBytes, rowBytes);
            }
            return encoder.writeRows(strip, 0, rowBytes, rowBytes, rows);
        }

        /** Samples of fewer than 8 bits are stretched with rounding, as stock does. */
        private static byte[][] scales(WriteRequest request) {
            byte[][] scales = null;
            for (int band = 0; band < request.bands; band++) {
                int most = (1 << request.bandSizes[band]) - 1;
                if (most < 255) {
                    scales = scales == null ? new byte[request.bands][] : scales;
                    scales[band] = new byte[256];
                    for (int i = 0; i <= most; i++) {
                        scales[band][i] = (byte) ((i * 255 + (most >> 1)) / most);
                    }
                }
            }
            return scales;
        }

        private void rescale(int from, int length) {
            for (int band = 0; scale != null && band < request.bands; band++) {
                byte[] ofBand = scale[band];
                for (int i = from + band; ofBand != null && i < from + length; i += request.bands) {
                    strip[i] = ofBand[strip[i] & 0xFF];
                }
            }
        }
    }

    /** Rows of any source, copied by the writer itself. */
    static final class Grabbed extends Gathered {
        private final WriteRequest request;
        private final WriterInternals internals;

        Grabbed(WriteRequest request, WriterInternals internals) {
            super(request);
            this.request = request;
            this.internals = internals;
        }

        @Override
        boolean tellsListeners() {
            return true;
        }

        @Override
        void gather(int y, byte[] to, int at) throws Throwable {
            internals.grabPixels(request.writer, y);
            int bands = request.bands;
            if (request.periodX == 1) {
                System.arraycopy(request.buffer, 0, to, at, request.width * bands);
                return;
            }
            for (int x = 0, from = 0, out = at; x < request.width; x++, from += bands * request.periodX) {
                for (int band = 0; band < bands; band++) {
                    to[out++] = request.buffer[from + band];
                }
            }
        }
    }
}
