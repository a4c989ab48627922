package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Clean files: same pixels as this JVM's reader, and the right facts about them. */
class DecodeTest extends CodecTest {

    private static void assertSameAsStock(byte[] jpeg) throws Exception {
        Stock stock = Stock.read(jpeg);
        assertNotNull(stock.pixels);
        Decoded codec = Decoded.decode(jpeg);
        assertArrayEquals(stock.pixels, codec.pixels);
        assertEquals(stock.position, codec.consumed);
    }

    @Test
    void decodesBaseline420() throws Exception {
        assertSameAsStock(TestImages.color(357, 211, 0.75f, false));
        assertSameAsStock(TestImages.color(1, 1, 0.9f, false));
        assertSameAsStock(TestImages.color(17, 1, 1.0f, false));
        assertSameAsStock(TestImages.color(1, 33, 0.05f, false));
        assertSameAsStock(TestImages.color(1600, 1200, 0.95f, false));
    }

    @Test
    void decodesProgressive() throws Exception {
        assertSameAsStock(TestImages.color(357, 211, 0.75f, true));
        assertSameAsStock(TestImages.color(640, 480, 1.0f, true));
    }

    @Test
    void decodesGray() throws Exception {
        assertSameAsStock(TestImages.gray(357, 211));
        assertSameAsStock(TestImages.gray(8, 8));
    }

    @Test
    void decodesRestartIntervals() throws Exception {
        byte[] jpeg = TestImages.withRestarts(357, 211, 7);
        assertEquals(7, Decoded.decode(jpeg).header.restartInterval());
        assertSameAsStock(jpeg);
    }

    @Test
    void describesTheFrame() throws Exception {
        FrameHeader header = Decoded.decode(TestImages.color(357, 211, 0.75f, true)).header;
        assertEquals(357, header.width());
        assertEquals(211, header.height());
        assertEquals(8, header.precision());
        assertEquals("2x2,1x1,1x1", header.sampling());
        assertEquals(ColorSpace.YCBCR, header.colorSpace());
        assertTrue(header.progressive());
        assertTrue(header.multiScan());
        assertTrue(header.sawJfif());
        assertFalse(header.sawAdobe());
        assertFalse(header.arithmetic());
        assertEquals(0, header.restartInterval());
        assertEquals(1, header.componentId(0));
        assertThrows(IndexOutOfBoundsException.class, () -> header.componentId(3));
        assertEquals("1x1", Decoded.decode(TestImages.gray(9, 9)).header.sampling());
    }

    @Test
    void honoursOffsetAndStride() throws Exception {
        byte[] jpeg = TestImages.color(50, 40, 0.8f, false);
        byte[] packed = Decoded.decode(jpeg).pixels;
        byte[] spread = new byte[13 + 40 * 200];
        Arrays.fill(spread, (byte) 0x5A);
        try (JpegDecoder decoder = new JpegDecoder(Decoded.source(jpeg), Decoded.MEMORY_LIMIT)) {
            decoder.readHeader();
            decoder.start(ColorSpace.YCBCR, ColorSpace.BGR, Upsampling.FANCY);
            decoder.readInto(spread, 13, 200);
            assertEquals(40, decoder.rowsRead());
            assertEquals(0, decoder.readRows(spread, 13, 200, 5));
            assertEquals(jpeg.length, decoder.finish());
        }
        for (int y = 0; y < 40; y++) {
            assertArrayEquals(Arrays.copyOfRange(packed, y * 150, y * 150 + 150),
                Arrays.copyOfRange(spread, 13 + y * 200, 13 + y * 200 + 150));
            for (int x = 150; x < 200; x++) {
                assertEquals(0x5A, spread[13 + y * 200 + x]);
            }
        }
        assertEquals(0x5A, spread[12]);
    }

    @Test
    void deliversRowsInStripsOfAnySize() throws Exception {
        byte[] jpeg = TestImages.color(50, 70, 0.8f, true);
        byte[] whole = Decoded.decode(jpeg).pixels;
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (JpegDecoder decoder = new JpegDecoder(Decoded.source(jpeg), Decoded.MEMORY_LIMIT)) {
            decoder.readHeader();
            decoder.start(ColorSpace.YCBCR, ColorSpace.BGR, Upsampling.FANCY);
            byte[] strip = new byte[3 * 150];
            for (int n = decoder.readRows(strip, 0, 150, 3); n > 0; n = decoder.readRows(strip, 0, 150, 3)) {
                rows.write(strip, 0, n * 150);
            }
            decoder.finish();
        }
        assertArrayEquals(whole, rows.toByteArray());
    }

    @Test
    void reportsTablesThatComeAfterTheFirstScanOnly() throws Exception {
        byte[] progressive = TestImages.color(64, 64, 0.75f, true);
        byte[] baseline = TestImages.color(64, 64, 0.75f, false);
        assertNull(Decoded.decode(baseline).tables);
        byte[] tables = Decoded.decode(progressive).tables;
        if (tables != null) {
            assertEquals(0xD8, tables[1] & 255);
            assertEquals(0xD9, tables[tables.length - 1] & 255);
        }
        // The same baseline file with its Huffman tables put behind the image, before EOI.
        int dht = TestImages.marker(baseline, 0xC4);
        byte[] segment = Arrays.copyOfRange(baseline, dht, dht + 2 + TestImages.segmentLength(baseline, dht));
        segment[5 + 16] ^= 1; // another symbol, so that it is news
        byte[] late = TestImages.insert(baseline, baseline.length - 2, segment);
        byte[] news = Decoded.decode(late).tables;
        assertNotNull(news);
        assertTrue(TestImages.marker(news, 0xDB) > 0, "quantisation tables belong to it");
        assertTrue(TestImages.marker(news, 0xC4) > 0);
        try (JpegDecoder decoder = new JpegDecoder(Decoded.source(news), Decoded.MEMORY_LIMIT)) {
            CodecException e = assertThrows(CodecException.class, decoder::readHeader);
            assertEquals(CodecException.Kind.ERROR, e.kind(), "well-formed, but no image: " + e.getMessage());
        }
    }
}
