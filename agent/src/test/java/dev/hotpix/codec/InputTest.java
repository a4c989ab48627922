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
    void readsALongSegmentBetweenScansOnlyFromASourceThatLikesTo() throws Exception {
        byte[] jpeg = TestImages.color(64, 64, 0.9f, true);
        int scan = TestImages.marker(jpeg, 0xDA);
        int second = scan + 2;
        while (jpeg[second] != (byte) 0xFF || jpeg[second + 1] != (byte) 0xC4 && jpeg[second + 1] != (byte) 0xDA) {
            second++;
        }
        assertTrue(second < 4000, "the first piece has all that is read of the segment");
        for (int code : new int[] {0xE0, 0xE1, 0xE2, 0xEE, 0xFE}) {
            for (int length : new int[] {40, 9000}) {
                byte[] segment = new byte[2 + length];
                segment[0] = (byte) 0xFF;
                segment[1] = (byte) code;
                segment[2] = (byte) (length >> 8);
                segment[3] = (byte) length;
                byte[] longer = TestImages.insert(jpeg, second, segment);
                assertArrayEquals(Decoded.decode(jpeg).pixels, Decoded.decode(longer).pixels);
                List<Long> asked = new ArrayList<>();
                ByteSource source = new Asked(Decoded.source(longer), asked);
                // Profiles are in APP2, which is read whole.
                if (length < 4096 || code == 0xE2) {
                    assertEquals(longer.length, Decoded.decode(
                        source, ColorSpace.YCBCR, ColorSpace.BGR, true).consumed);
                    assertEquals(List.of(), asked);
                } else {
                    CodecException e = assertThrows(CodecException.class, () -> Decoded.decode(
                        source, ColorSpace.YCBCR, ColorSpace.BGR, true));
                    assertEquals(CodecException.Kind.UNSUPPORTED, e.kind());
                    assertEquals(List.of(second + 2L + length - 4096), asked);
                }
            }
        }
    }

    /** A source that does not read what nobody wants. */
    private static final class Asked implements ByteSource {

        private final ByteSource source;
        private final List<Long> asked;

        Asked(ByteSource source, List<Long> asked) {
            this.source = source;
            this.asked = asked;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return source.read(buffer, offset, length);
        }

        @Override
        public boolean readsUnwanted(long count) {
            asked.add(count);
            return false;
        }
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
