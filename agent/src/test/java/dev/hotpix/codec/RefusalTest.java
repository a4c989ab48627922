package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files and calls that the codec must not accept. */
class RefusalTest extends CodecTest {

    private static void assertRefused(CodecException.Kind kind, byte[] jpeg) {
        CodecException e = assertThrows(CodecException.class, () -> Decoded.decode(jpeg));
        assertEquals(kind, e.kind(), e.getMessage());
    }

    @Test
    void refusesFilesWithoutHuffmanTables() {
        byte[] jpeg = TestImages.color(320, 240, 0.75f, false);
        assertRefused(CodecException.Kind.WARNING, TestImages.without(jpeg, 0xC4));
        assertRefused(CodecException.Kind.WARNING, TestImages.without(TestImages.color(64, 64, 0.75f, true), 0xC4));
    }

    @Test
    void refusesFilesWithoutQuantisationTables() {
        assertRefused(CodecException.Kind.ERROR, TestImages.without(TestImages.color(64, 64, 0.75f, false), 0xDB));
    }

    /** The fast Huffman path of an unpatched libjpeg-turbo takes such codes for zeros, in silence. */
    @Test
    void refusesCodesThatAreInNoTable() {
        assertRefused(CodecException.Kind.WARNING, TestImages.withShortCodesOnly(TestImages.gray(256, 256), 8));
    }

    @Test
    void refusesStrayBytesBeforeTheEnd() {
        byte[] jpeg = TestImages.color(64, 64, 0.75f, false);
        for (int stray = 1; stray < 12; stray++) {
            assertRefused(CodecException.Kind.WARNING, TestImages.insert(jpeg, jpeg.length - 2, new byte[stray]));
        }
    }

    /** FF FF 00 at each stuffed zero: in the middle of data, before restarts and near the end. */
    @Test
    void refusesFillBytesWithinData() {
        byte[][] files = {TestImages.color(320, 240, 0.95f, false), TestImages.color(320, 240, 0.95f, true),
            TestImages.withRestarts(320, 240, 3)};
        for (byte[] jpeg : files) {
            int found = 0;
            for (int at = TestImages.marker(jpeg, 0xDA); at < jpeg.length - 1; at++) {
                if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == 0) {
                    found++;
                    assertRefused(CodecException.Kind.WARNING, TestImages.insert(jpeg, at, (byte) 0xFF));
                }
            }
            assertTrue(found > 5, "stuffed zeros: " + found);
        }
    }

    /** Conditioning of arithmetic coding; stock looks at it even in a file that has none. */
    @Test
    void refusesDamagedArithmeticConditioning() {
        byte[] jpeg = TestImages.color(64, 64, 0.75f, false);
        byte[] segment = {(byte) 0xFF, (byte) 0xCC, 0, 4, 0x7F, 0};
        assertRefused(CodecException.Kind.ERROR, TestImages.insert(jpeg, 2, segment));
    }

    @Test
    void refusesTwelveBitLosslessArithmeticAndEqualIds() {
        byte[] jpeg = TestImages.color(64, 64, 0.75f, false);
        int sof = TestImages.marker(jpeg, 0xC0);
        assertRefused(CodecException.Kind.UNSUPPORTED, patched(jpeg, sof + 4, 12));
        assertRefused(CodecException.Kind.UNSUPPORTED, patched(jpeg, sof + 1, 0xC3));
        assertRefused(CodecException.Kind.UNSUPPORTED, patched(jpeg, sof + 1, 0xC9));
        int sos = TestImages.marker(jpeg, 0xDA);
        assertRefused(CodecException.Kind.UNSUPPORTED, patched(patched(jpeg, sof + 13, 1), sos + 7, 1));
    }

    @Test
    void refusesLargeQuantisers() {
        byte[] jpeg = TestImages.color(64, 64, 0.75f, false);
        byte[] wide = new byte[4 + 1 + 128];
        wide[0] = (byte) 0xFF;
        wide[1] = (byte) 0xDB;
        wide[3] = (byte) (wide.length - 2);
        wide[4] = 0x10;
        Arrays.fill(wide, 5, wide.length, (byte) 0);
        for (int i = 6; i < wide.length; i += 2) {
            wide[i] = 1;
        }
        byte[] harmless = TestImages.insert(jpeg, TestImages.marker(jpeg, 0xC0), wide);
        assertDoesNotThrow(() -> Decoded.decode(harmless));
        wide[131] = (byte) 0x80; // the last quantiser is 32769
        assertRefused(CodecException.Kind.UNSUPPORTED,
            TestImages.insert(jpeg, TestImages.marker(jpeg, 0xC0), wide));
    }

    @Test
    void refusesExtremeBlocks() {
        byte[] jpeg = TestImages.color(64, 64, 0.95f, false);
        int dqt = TestImages.marker(jpeg, 0xDB);
        Arrays.fill(jpeg, dqt + 5, dqt + 5 + 64, (byte) 255);
        assertRefused(CodecException.Kind.EXTREME, jpeg);
    }

    @Test
    void refusesUnfinishedProgressiveFiles() {
        byte[] jpeg = TestImages.color(64, 64, 0.75f, true);
        int lastScan = 0;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if ((jpeg[i] & 255) == 0xFF && (jpeg[i + 1] & 255) == 0xDA) {
                lastScan = i;
            }
        }
        byte[] cut = Arrays.copyOf(jpeg, lastScan + 2);
        cut[lastScan + 1] = (byte) 0xD9;
        assertRefused(CodecException.Kind.INCOMPLETE, cut);
    }

    @Test
    void refusesHugeDeclaredSizes() {
        byte[] jpeg = TestImages.color(64, 64, 0.75f, true);
        int sof = TestImages.marker(jpeg, 0xC2);
        byte[] huge = patched(patched(jpeg, sof + 5, 0xFF), sof + 7, 0xFF);
        CodecException e = assertThrows(CodecException.class, () -> {
            try (JpegDecoder decoder = new JpegDecoder(Decoded.source(huge), 1 << 20)) {
                decoder.readHeader();
                decoder.start(ColorSpace.YCBCR, ColorSpace.BGR, Upsampling.FANCY);
            }
        });
        assertEquals(CodecException.Kind.ERROR, e.kind());
        assertRefused(CodecException.Kind.ERROR, patched(patched(huge, sof + 6, 0xFF), sof + 8, 0xFF));
        assertRefused(CodecException.Kind.ERROR, patched(patched(jpeg, sof + 5, 0), sof + 6, 0));
    }

    @Test
    void keepsToItsMemoryLimit() throws Exception {
        byte[] jpeg = TestImages.color(1024, 1024, 0.75f, true);
        for (long limit : new long[] {1, 1 << 20}) {
            try (JpegDecoder decoder = new JpegDecoder(Decoded.source(jpeg), limit)) {
                decoder.readHeader();
                CodecException e = assertThrows(CodecException.class,
                    () -> decoder.start(ColorSpace.YCBCR, ColorSpace.BGR, Upsampling.FANCY));
                assertEquals(CodecException.Kind.ERROR, e.kind());
            }
        }
    }

    @Test
    void refusesBadArguments() throws Exception {
        byte[] jpeg = TestImages.color(64, 64, 0.75f, false);
        ByteSource source = Decoded.source(jpeg);
        assertThrows(IllegalArgumentException.class, () -> new JpegDecoder(source, 0, 1 << 20));
        assertThrows(IllegalArgumentException.class, () -> new JpegDecoder(source, 65537, 1 << 20));
        assertThrows(IllegalArgumentException.class, () -> new JpegDecoder(source, 0));
        assertThrows(NullPointerException.class, () -> new JpegDecoder(null, 1 << 20));
        try (JpegDecoder decoder = new JpegDecoder(source, Decoded.MEMORY_LIMIT)) {
            byte[] rows = new byte[64 * 192];
            assertInternal(() -> decoder.start(ColorSpace.YCBCR, ColorSpace.BGR, Upsampling.FANCY));
            assertInternal(() -> decoder.readRows(rows, 0, 192, 1));
            assertInternal(decoder::finish);
            decoder.readHeader();
            assertInternal(decoder::readHeader);
            assertInternal(() -> decoder.start(ColorSpace.CMYK, ColorSpace.BGR, Upsampling.FANCY));
            assertInternal(() -> decoder.start(ColorSpace.GRAYSCALE, ColorSpace.BGR, Upsampling.FANCY));
            decoder.start(ColorSpace.YCBCR, ColorSpace.BGR, Upsampling.FANCY);
            assertThrows(IllegalArgumentException.class, () -> decoder.readRows(rows, 0, 192, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> decoder.readRows(rows, -1, 192, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> decoder.readRows(rows, 0, -1, 2));
            assertThrows(IndexOutOfBoundsException.class, () -> decoder.readInto(rows, 1, 192));
            assertThrows(IndexOutOfBoundsException.class, () -> decoder.readInto(rows, 0, Integer.MAX_VALUE));
            assertInternal(decoder::finish);
            decoder.readInto(rows, 0, 192);
            assertEquals(jpeg.length, decoder.finish());
            assertInternal(decoder::finish);
        }
    }

    private static void assertInternal(org.junit.jupiter.api.function.Executable call) {
        assertEquals(CodecException.Kind.INTERNAL, assertThrows(CodecException.class, call).kind());
    }

    @Test
    void closesTwiceAndStaysClosed() throws Exception {
        JpegDecoder decoder = new JpegDecoder(Decoded.source(new byte[0]), Decoded.MEMORY_LIMIT);
        assertThrows(CodecException.class, decoder::readHeader);
        assertThrows(IllegalStateException.class, decoder::readHeader);
        decoder.close();
        decoder.close();
        assertThrows(IllegalStateException.class, decoder::readHeader);
        assertEquals(0, decoder.consumed());
        assertEquals("", decoder.message());
        assertNull(decoder.tablesAfterHeader());
    }

    @Test
    void refusesUseFromWithinTheSource() {
        JpegDecoder[] self = new JpegDecoder[1];
        assertThrows(IllegalStateException.class, () -> {
            self[0] = new JpegDecoder((b, o, n) -> {
                self[0].close();
                return -1;
            }, Decoded.MEMORY_LIMIT);
            self[0].readHeader();
        });
        self[0].close();
    }

    private static byte[] patched(byte[] jpeg, int at, int value) {
        byte[] copy = jpeg.clone();
        copy[at] = (byte) value;
        return copy;
    }
}
