package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.demo.photo.PhotoFiles;
import dev.hotpix.demo.photo.PhotoSynthesizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegKindTest {

    @TempDir
    Path folder;

    @Test
    void filesOfTheJdksWriter() throws IOException {
        PhotoSynthesizer photos = new PhotoSynthesizer(1);
        JpegKind baseline = JpegKind.of(PhotoFiles.write(folder, photos.color(33, 17), false)).orElseThrow();
        JpegKind progressive = JpegKind.of(PhotoFiles.write(folder, photos.color(33, 17), true)).orElseThrow();
        JpegKind gray = JpegKind.of(PhotoFiles.write(folder, photos.gray(9, 8), false)).orElseThrow();
        assertEquals("baseline 4:2:0", baseline.toString());
        assertEquals("progressive 4:2:0", progressive.toString());
        assertEquals("baseline gray", gray.toString());
        assertTrue(baseline.baseline() && progressive.progressive());
        assertFalse(baseline.progressive() || progressive.baseline());
        assertEquals(33, baseline.width());
        assertEquals(17, baseline.height());
    }

    @Test
    void layouts() throws IOException {
        assertEquals("baseline 4:4:4", frame(0xC0, 8, 0x11, 0x11, 0x11));
        assertEquals("baseline 4:2:2", frame(0xC0, 8, 0x21, 0x11, 0x11));
        assertEquals("baseline 4:4:0", frame(0xC0, 8, 0x12, 0x11, 0x11));
        assertEquals("baseline 4:1:1", frame(0xC0, 8, 0x41, 0x11, 0x11));
        assertEquals("baseline 22,21,21", frame(0xC0, 8, 0x22, 0x21, 0x21));
        assertEquals("baseline 4 channels", frame(0xC0, 8, 0x11, 0x11, 0x11, 0x11));
    }

    @Test
    void processes() throws IOException {
        assertEquals("extended 12-bit gray", frame(0xC1, 12, 0x11));
        assertEquals("lossless gray", frame(0xC3, 8, 0x11));
        assertEquals("hierarchical gray", frame(0xC5, 8, 0x11));
        assertEquals("arithmetic gray", frame(0xC9, 8, 0x11));
        assertEquals("arithmetic gray", frame(0xCA, 8, 0x11));
    }

    @Test
    void notAJpegOrNoFrame() throws IOException {
        assertEquals(Optional.empty(), scan(new byte[0]));
        assertEquals(Optional.empty(), scan("PNG and more".getBytes()));
        assertEquals(Optional.empty(), scan(new byte[] {-1, -40, -1, -39}));
        byte[] whole = bytes(0xC0, 8, 0x11, 0x11, 0x11);
        for (int length = 0; length < whole.length - 1; length++) {
            assertEquals(Optional.empty(), scan(Arrays.copyOf(whole, length)), "cut at " + length);
        }
    }

    private static String frame(int marker, int bits, int... factors) throws IOException {
        return scan(bytes(marker, bits, factors)).orElseThrow().toString();
    }

    /** A table segment that contains what looks like a frame, fill bytes, a lone marker, then the frame. */
    private static byte[] bytes(int marker, int bits, int... factors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] before = {0xFF, 0xD8, 0xFF, 0xC4, 0, 6, 0xFF, 0xC2, 0, 11, 0xFF, 0xFF, 0xFF, 0x01, 0xFF, marker,
            0, 8 + 3 * factors.length, bits, 1, 2, 3, 4, factors.length};
        for (int value : before) {
            out.write(value);
        }
        for (int i = 0; i < factors.length; i++) {
            out.write(i + 1);
            out.write(factors[i]);
            out.write(0);
        }
        return out.toByteArray();
    }

    private static Optional<JpegKind> scan(byte[] bytes) throws IOException {
        return JpegKind.scan(new ByteArrayInputStream(bytes));
    }
}
