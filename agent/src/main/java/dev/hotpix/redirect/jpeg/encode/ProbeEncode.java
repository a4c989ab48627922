package dev.hotpix.redirect.jpeg.encode;

import dev.hotpix.codec.CodecException;
import dev.hotpix.codec.EncodeParameters;
import dev.hotpix.codec.JpegEncoder;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.ImageOutputStreamImpl;

/** One made image, encoded by stock and by the codec. */
final class ProbeEncode {

    private static final JPEGHuffmanTable[] DC = {
        JPEGHuffmanTable.StdDCLuminance, JPEGHuffmanTable.StdDCChrominance
    };
    private static final JPEGHuffmanTable[] AC = {
        JPEGHuffmanTable.StdACLuminance, JPEGHuffmanTable.StdACChrominance
    };
    private static final int LAST_SELECTOR = 1;

    private final EncodeKind kind;
    private final int width;
    private final int height;
    private final byte[] samples;
    private final JPEGQTable[] tables;

    /**
     * @param noise by how much neighbouring samples differ, 0 to 255
     * @param quantiser of the lowest frequencies, 1 to 255; others have larger ones
     */
    ProbeEncode(EncodeKind kind, int width, int height, int noise, int quantiser, long seed) {
        this.kind = kind;
        this.width = width;
        this.height = height;
        samples = new byte[width * height * kind.bands];
        Random random = new Random(seed);
        for (int i = 0; i < samples.length; i++) {
            int slope = i / kind.bands % width * 255 / width + i / kind.bands / width * 3 + i % kind.bands * 80;
            samples[i] = (byte) (noise == 0 ? slope : slope + random.nextInt(noise));
        }
        tables = new JPEGQTable[] {table(quantiser, 1), table(quantiser, 2)};
    }

    private static JPEGQTable table(int quantiser, int slope) {
        int[] values = new int[64];
        for (int i = 0; i < values.length; i++) {
            values[i] = quantiser == 1 ? 1 : Math.min(quantiser + slope * (i % 8 + i / 8), 255);
        }
        return new JPEGQTable(values);
    }

    private WriteRequest request(ImageWriter writer, byte[] buffer) {
        int[] ids = new int[kind.bands];
        int[] selectors = new int[kind.bands];
        int[] sizes = new int[kind.bands];
        for (int i = 0; i < kind.bands; i++) {
            ids[i] = i + 1;
            selectors[i] = Math.min(i, LAST_SELECTOR);
            sizes[i] = 8;
        }
        return new WriteRequest(writer, 0, buffer).colors(kind.inSpace, kind.outSpace, kind.bands, sizes)
                .size(width, width, height, 1, 1)
                .tables(tables, true, kind.optimize ? null : DC, kind.optimize ? null : AC, true)
                .coding(kind.optimize, kind.progressive, 0, null, false, kind.restarts ? 3 : 0)
                .components(ids, kind.horizontal, kind.vertical, selectors);
    }

    /** What comes out, and after how many rows; rows are told as a writer's listeners are told, in eights. */
    static final class Output extends ImageOutputStreamImpl {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ByteArrayOutputStream times = new ByteArrayOutputStream();

        void rowDone() {
            times.write(bytes.size() >> 12);
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] from, int offset, int count) {
            bytes.write(from, offset, count);
        }

        @Override
        public int read() {
            return -1;
        }

        @Override
        public int read(byte[] to, int offset, int count) {
            return -1;
        }

        boolean hasBytesOf(Output other) {
            return java.util.Arrays.equals(bytes.toByteArray(), other.bytes.toByteArray());
        }

        boolean isOf(Output other) {
            return hasBytesOf(other) && java.util.Arrays.equals(times.toByteArray(), other.times.toByteArray());
        }
    }

    /** Lets this JVM's own encoder do it. */
    Output byStock(WriterInternals internals) throws Throwable {
        Output output = new Output();
        ImageWriter writer = internals.create();
        try {
            int rowBytes = width * kind.bands;
            int[] offsets = new int[kind.bands];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = i;
            }
            DataBufferByte line = new DataBufferByte(rowBytes);
            WritableRaster row = Raster.createInterleavedRaster(line, width, 1, rowBytes, kind.bands, offsets, null);
            internals.source(writer, Raster.createInterleavedRaster(new DataBufferByte(samples, samples.length),
                    width, height, rowBytes, kind.bands, offsets, null), row);
            internals.stream(writer, output);
            writer.addIIOWriteProgressListener(new RowListener(output));
            internals.writeImage(writer, request(writer, line.getData()));
            return output;
        } finally {
            writer.dispose();
            output.close();
        }
    }

    /** Lets the codec do it. */
    Output byCodec(boolean prompt) throws CodecException, IOException {
        Output output = new Output();
        WriteRequest request = request(null, null);
        EncodeParameters parameters = EncodePlan.parameters(request).prompt(prompt);
        RequestedTables.copy(request, parameters);
        byte[] piece = new byte[4096];
        try (JpegEncoder encoder = new JpegEncoder()) {
            encoder.start(parameters);
            int rowBytes = width * kind.bands;
            for (int y = 0; y < height; y++) {
                int pending = encoder.writeRows(samples, y * rowBytes, rowBytes, rowBytes, 1);
                if (y >= 8 && y % 8 == 0) {
                    output.rowDone();
                }
                drain(encoder, piece, output, pending);
            }
            while (!encoder.finish()) {
                drain(encoder, piece, output, encoder.pending());
            }
            drain(encoder, piece, output, encoder.pending());
            int rest = encoder.pending();
            encoder.take(piece, rest);
            output.write(piece, 0, rest);
        }
        output.close();
        return output;
    }

    private static void drain(JpegEncoder encoder, byte[] piece, Output output, int pending) throws CodecException {
        for (int left = pending; left >= piece.length; left -= piece.length) {
            encoder.take(piece, piece.length);
            output.write(piece, 0, piece.length);
        }
    }
}
