package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** The encoder makes the bytes that this JVM's own writer makes of the same pixels and tables. */
class JpegEncoderTest extends CodecTest {

    private static final int GRAY = 1;
    private static final int YCBCR = 3;
    private static final int BGR = 8;
    private static final int BGRX = 9;

    /** SOI and the JFIF segment, which is the JDK's: 2 + 18 bytes. */
    private static final int STOCK_HEADER = 20;

    private static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 5 << 16 | y * 3 << 8 | x + y) ^ random.nextInt() & 0x1F1F1F);
            }
        }
        return image;
    }

    /** Without its header. */
    private static byte[] stock(BufferedImage image, boolean optimize, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            param.setOptimizeHuffmanTables(optimize);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            param.setCompressionMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static EncodeParameters parameters(int width, int height, int in, int samples) {
        boolean gray = in == GRAY;
        EncodeParameters parameters = new EncodeParameters(width, height).colors(in, samples, gray ? GRAY : YCBCR)
            .quantTables(true, JPEGQTable.K1Div2Luminance.getTable(), JPEGQTable.K2Div2Chrominance.getTable());
        if (!gray) {
            parameters.component(0, 1, 2, 2, 0).component(1, 2, 1, 1, 1).component(2, 3, 1, 1, 1);
        }
        JPEGHuffmanTable[] tables = {JPEGHuffmanTable.StdDCLuminance, JPEGHuffmanTable.StdDCChrominance,
            JPEGHuffmanTable.StdACLuminance, JPEGHuffmanTable.StdACChrominance};
        short[][] lengths = new short[tables.length][];
        short[][] values = new short[tables.length][];
        for (int i = 0; i < tables.length; i++) {
            lengths[i] = tables[i].getLengths();
            values[i] = tables[i].getValues();
        }
        return parameters.huffmanTables(true, 2, lengths, values);
    }

    private static byte[] encode(EncodeParameters parameters, BufferedImage image, int rowsAtOnce) throws CodecException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JpegEncoder encoder = new JpegEncoder()) {
            encoder.start(parameters);
            assertEquals(2, encoder.pending());
            int width = image.getWidth();
            while (encoder.rowsLeft() > 0) {
                int y = image.getHeight() - encoder.rowsLeft();
                int rows = Math.min(rowsAtOnce, encoder.rowsLeft());
                if (image.getRaster().getDataBuffer() instanceof DataBufferInt) {
                    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
                    assertEquals(encoder.writeRows(pixels, y * width, width, width, rows), encoder.pending());
                } else {
                    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
                    int stride = width * image.getRaster().getNumBands();
                    assertEquals(encoder.writeRows(pixels, y * stride, stride, stride, rows), encoder.pending());
                }
                take(encoder, out, encoder.pending() / 2);
            }
            while (!encoder.finish()) {
                take(encoder, out, encoder.pending());
            }
            take(encoder, out, encoder.pending());
        }
        return out.toByteArray();
    }

    private static void take(JpegEncoder encoder, ByteArrayOutputStream out, int length) throws CodecException {
        byte[] bytes = new byte[length];
        encoder.take(bytes, length);
        out.write(bytes, 0, length);
    }

    private static void assertSame(byte[] stock, byte[] ours) {
        assertEquals(stock.length - STOCK_HEADER, ours.length - 2);
        byte[] withHeader = stock.clone();
        System.arraycopy(ours, 2, withHeader, STOCK_HEADER, ours.length - 2);
        assertArrayEquals(stock, withHeader);
    }

    @Test
    void makesStocksBytes() throws Exception {
        for (int[] size : new int[][] {{1, 1}, {16, 16}, {17, 9}, {203, 131}, {40, 700}}) {
            for (int kind = 0; kind < 4; kind++) {
                boolean optimize = kind % 2 == 1;
                boolean progressive = kind >= 2;
                BufferedImage gray = picture(size[0], size[1], BufferedImage.TYPE_BYTE_GRAY);
                assertSame(stock(gray, optimize, progressive),
                    encode(parameters(size[0], size[1], GRAY, 1).coding(optimize, progressive), gray, 5));
                BufferedImage bgr = picture(size[0], size[1], BufferedImage.TYPE_3BYTE_BGR);
                byte[] colour = stock(bgr, optimize, progressive);
                assertSame(colour, encode(parameters(size[0], size[1], BGR, 3).coding(optimize, progressive), bgr, 64));
                BufferedImage rgb = picture(size[0], size[1], BufferedImage.TYPE_INT_RGB);
                assertSame(colour, encode(parameters(size[0], size[1], BGRX, 4).coding(optimize, progressive), rgb, 7));
            }
        }
    }

    @Test
    void promptBytesAreTheSameBytesEarlier() throws Exception {
        BufferedImage image = picture(8, 2000, BufferedImage.TYPE_BYTE_GRAY);
        byte[] late = encode(parameters(8, 2000, GRAY, 1), image, 8);
        assertArrayEquals(late, encode(parameters(8, 2000, GRAY, 1).prompt(true), image, 8));
        assertTrue(firstRowBytes(image, true) > firstRowBytes(image, false));
    }

    private static int firstRowBytes(BufferedImage image, boolean prompt) throws CodecException {
        try (JpegEncoder encoder = new JpegEncoder()) {
            encoder.start(parameters(8, 2000, GRAY, 1).prompt(prompt));
            return encoder.writeRows(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, 8, 8, 8);
        }
    }

    @Test
    void refusesWhatLibjpegRefuses() throws Exception {
        try (JpegEncoder encoder = new JpegEncoder()) {
            CodecException refused = assertThrows(CodecException.class, () -> encoder.start(
                parameters(16, 16, BGR, 3).component(0, 1, 4, 4, 0).component(1, 2, 4, 4, 0)));
            assertEquals(CodecException.Kind.ERROR, refused.kind());
            assertFalse(refused.getMessage().isEmpty());
            assertThrows(IllegalStateException.class, () -> encoder.start(parameters(16, 16, BGR, 3)));
        }
        for (EncodeParameters bad : new EncodeParameters[] {
            parameters(0, 16, BGR, 3), parameters(16, 65501, BGR, 3), parameters(16, 16, BGR, 5), parameters(16, 16, 12, 3),
            parameters(16, 16, BGR, 3).restartInterval(65536), parameters(16, 16, BGR, 3).component(0, 256, 1, 1, 0),
            parameters(16, 16, BGR, 3).component(0, 1, 5, 1, 0), parameters(16, 16, BGR, 3).component(2, 3, 1, 1, 4),
            parameters(16, 16, BGR, 3).quantTables(true, new int[64]), new EncodeParameters(16, 16).colors(BGR, 3, YCBCR)}) {
            try (JpegEncoder encoder = new JpegEncoder()) {
                CodecException refused = assertThrows(CodecException.class, () -> encoder.start(bad));
                assertEquals(CodecException.Kind.INTERNAL, refused.kind());
                encoder.start(parameters(16, 16, BGR, 3));
            }
        }
    }

    @Test
    void checksEveryRange() throws Exception {
        byte[] rows = new byte[16 * 48];
        try (JpegEncoder encoder = new JpegEncoder()) {
            assertThrows(IllegalArgumentException.class, () -> encoder.writeRows(rows, 0, 48, 48, 1));
            encoder.start(parameters(16, 16, BGR, 3));
            for (int[] bad : new int[][] {{-1, 48, 48, 1}, {721, 48, 48, 1}, {0, 49, 48, 16}, {0, -48, 48, 2},
                {0, Integer.MAX_VALUE, 48, 16}, {Integer.MAX_VALUE, 48, 48, 1}}) {
                assertThrows(IndexOutOfBoundsException.class, () -> encoder.writeRows(rows, bad[0], bad[1], bad[2], bad[3]));
            }
            assertThrows(IllegalArgumentException.class, () -> encoder.writeRows(rows, 0, 48, 48, 17));
            assertThrows(CodecException.class, () -> encoder.writeRows(rows, 0, 48, 47, 1));
            assertThrows(CodecException.class, encoder::finish);
            assertThrows(IndexOutOfBoundsException.class, () -> encoder.take(rows, 3));
            encoder.writeRows(rows, 0, 48, 48, 16);
            assertTrue(encoder.finish());
            assertThrows(CodecException.class, encoder::finish);
        }
        nativeFunctionsCheckToo(rows);
    }

    private static void nativeFunctionsCheckToo(byte[] rows) {
        TurboJpegEncoder.destroy(0);
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.start(0, new int[30], new int[64], new byte[272]));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.writeBytes(0, rows, 0, 1, 1, 1));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.writeInts(0, new int[1], 0, 1, 1, 1));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.finish(0));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.take(0, rows, 1));
        assertEquals(0, TurboJpegEncoder.pending(0));
        assertEquals("", TurboJpegEncoder.message(0));
        long handle = TurboJpegEncoder.create();
        try {
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.start(handle, null, new int[64], new byte[272]));
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.start(handle, new int[29], new int[64], new byte[272]));
            int[] frame = new int[30];
            frame[11] = 2;
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.start(handle, frame, new int[127], new byte[272]));
            frame[11] = 5;
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.start(handle, frame, new int[640], new byte[272]));
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.writeBytes(handle, rows, 0, 1, 1, 1));
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.finish(handle));
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpegEncoder.take(handle, rows, 1));
        } finally {
            TurboJpegEncoder.destroy(handle);
        }
    }
}
