package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the decoder reads its source. */
class InputTest extends CodecTest {

    @Test
    void acceptsAnySizeOfRead() throws Exception {
        for (boolean progressive : new boolean[] {false, true}) {
            byte[] jpeg = TestImages.color(203, 151, 0.9f, progressive);
            Decoded whole = Decoded.decode(jpeg);
            for (int atMost : new int[] {1, 2, 3, 511, 4095}) {
                Decoded bits = Decoded.decode(Decoded.source(jpeg, atMost), ColorSpace.YCBCR, ColorSpace.BGR, true);
                assertArrayEquals(whole.pixels, bits.pixels);
                assertEquals(jpeg.length, bits.consumed);
            }
        }
    }

    @Test
    void neverReadsPastThePieceWithTheEnd() throws Exception {
        for (int i = 0; i < 40; i++) {
            byte[] jpeg = TestImages.color(300 + i, 200, 0.9f, i % 2 == 1);
            byte[] followed = Arrays.copyOf(jpeg, jpeg.length + 300_000);
            List<Integer> reads = new ArrayList<>();
            ByteSource source = Decoded.source(followed);
            Decoded decoded = Decoded.decode((buffer, offset, length) -> {
                reads.add(length);
                return source.read(buffer, offset, length);
            }, ColorSpace.YCBCR, ColorSpace.BGR, true);
            assertEquals(jpeg.length, decoded.consumed);
            assertEquals((jpeg.length + 4095) / 4096, reads.size());
            assertTrue(reads.stream().allMatch(n -> n == 4096));
        }
    }

    @Test
    void findsTheEndMarkerAcrossPieces() throws Exception {
        byte[] jpeg = TestImages.color(64, 64, 0.9f, false);
        int padding = Math.floorMod(4096 + 1 - jpeg.length, 4096) + 4096;
        byte[] comment = new byte[padding]; // makes the last FF the last byte of a piece
        comment[0] = (byte) 0xFF;
        comment[1] = (byte) 0xFE;
        comment[2] = (byte) (padding - 2 >> 8);
        comment[3] = (byte) (padding - 2);
        byte[] aligned = TestImages.insert(jpeg, 2, comment);
        assertEquals(1, aligned.length % 4096);
        byte[] followed = Arrays.copyOf(aligned, aligned.length + 100_000);
        int[] reads = new int[1];
        ByteSource source = Decoded.source(followed);
        Decoded decoded = Decoded.decode((buffer, offset, length) -> {
            reads[0]++;
            return source.read(buffer, offset, length);
        }, ColorSpace.YCBCR, ColorSpace.BGR, true);
        assertEquals(aligned.length, decoded.consumed);
        assertEquals(aligned.length / 4096 + 1, reads[0]);
    }

    @Test
    void skipsLargeSegmentsWithoutKeepingThem() throws Exception {
        byte[] jpeg = TestImages.color(64, 64, 0.9f, false);
        byte[] exif = new byte[65537];
        exif[0] = (byte) 0xFF;
        exif[1] = (byte) 0xE2;
        exif[2] = (byte) 0xFF;
        exif[3] = (byte) 0xFF;
        byte[] heavy = jpeg;
        for (int i = 0; i < 5; i++) {
            heavy = TestImages.insert(heavy, TestImages.marker(heavy, 0xDB), exif);
        }
        assertArrayEquals(Decoded.decode(jpeg).pixels, Decoded.decode(heavy).pixels);
        assertEquals(heavy.length, Decoded.decode(heavy).consumed);
    }

    @Test
    void refusesEndlessFillBytes() {
        byte[] fill = new byte[400_000];
        Arrays.fill(fill, (byte) 0xFF);
        fill[1] = (byte) 0xD8;
        CodecException e = assertThrows(CodecException.class, () -> Decoded.decode(fill));
        assertEquals(CodecException.Kind.ERROR, e.kind());
    }

    @Test
    void reportsTheEndOfTheStream() {
        byte[] jpeg = TestImages.color(64, 64, 0.9f, false);
        for (int length = 0; length < jpeg.length; length++) {
            byte[] cut = Arrays.copyOf(jpeg, length);
            CodecException e = assertThrows(CodecException.class, () -> Decoded.decode(cut));
            assertEquals(CodecException.Kind.END_OF_INPUT, e.kind());
            assertEquals(0, e.getStackTrace().length);
        }
    }

    @Test
    void passesExceptionsOfTheSourceOn() throws Exception {
        IOException broken = new IOException("broken");
        assertSame(broken, assertThrows(IOException.class, () -> Decoded.decode((b, o, n) -> {
            throw broken;
        }, null, null, true)));
        IllegalArgumentException bug = new IllegalArgumentException("bug");
        assertSame(bug, assertThrows(IllegalArgumentException.class, () -> Decoded.decode((b, o, n) -> {
            throw bug;
        }, null, null, true)));
        CodecException liar = assertThrows(CodecException.class,
            () -> Decoded.decode((b, o, n) -> n + 1, null, null, true));
        assertEquals(CodecException.Kind.INTERNAL, liar.kind());
    }
}
