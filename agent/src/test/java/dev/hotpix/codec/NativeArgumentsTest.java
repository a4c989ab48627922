package dev.hotpix.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The native functions check for themselves what Java promises. */
class NativeArgumentsTest extends CodecTest {

    @Test
    void toleratesANullHandle() {
        TurboJpeg.destroy(0);
        assertEquals(0, TurboJpeg.pendingSkip(0));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.feed(0, new byte[1], 0, 1));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.readHeader(0, new int[FrameHeader.INFO_SIZE]));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.start(0, 3, 8, Upsampling.FANCY.code()));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.readScanlines(0, new byte[1], 0, 0, 1));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.finish(0));
        assertEquals(0, TurboJpeg.rowBytes(0));
        assertNull(TurboJpeg.tablesAfterHeader(0));
        assertEquals("", TurboJpeg.message(0));
        assertEquals(0, TurboJpeg.create(0));
        assertEquals(0, TurboJpeg.create(-1));
    }

    @Test
    void checksEveryRange() {
        long handle = TurboJpeg.create(1 << 30);
        assertNotEquals(0, handle);
        try {
            byte[] bytes = new byte[100];
            int max = Integer.MAX_VALUE;
            for (int[] range : new int[][] {{-1, 1}, {0, 101}, {100, 1}, {max, max}, {0, -1}, {1, max}}) {
                assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.feed(handle, bytes, range[0], range[1]));
            }
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.feed(handle, null, 0, 0));
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.feed(handle, new byte[70000], 0, 65537));
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.readHeader(handle, null));
            assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.readHeader(handle, new int[3]));
            assertEquals(0, TurboJpeg.feed(handle, bytes, 100, 0));
            assertEquals(TurboJpeg.NEED_INPUT, TurboJpeg.readHeader(handle, new int[FrameHeader.INFO_SIZE]));

            byte[] jpeg = TestImages.color(16, 16, 0.75f, false);
            assertEquals(1, TurboJpeg.feed(handle, jpeg, 0, jpeg.length));
            assertEquals(TurboJpeg.OK, TurboJpeg.readHeader(handle, new int[FrameHeader.INFO_SIZE]));
            for (int[] spaces : new int[][] {{3, 4}, {3, 5}, {3, 7}, {3, 16}, {1, 8}, {4, 4}, {-1, -1}, {99, 8}}) {
                assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.start(handle, spaces[0], spaces[1], Upsampling.FANCY.code()));
            }
            assertEquals(TurboJpeg.OK, TurboJpeg.start(handle, 3, 8, Upsampling.FANCY.code()));
            assertEquals(48, TurboJpeg.rowBytes(handle));
            assertRowRanges(handle);
        } finally {
            TurboJpeg.destroy(handle);
        }
    }

    private static void assertRowRanges(long handle) {
        byte[] rows = new byte[16 * 48];
        int max = Integer.MAX_VALUE;
        int[][] bad = {{-1, 48, 1}, {rows.length - 47, 48, 1}, {0, 49, 16}, {1, 48, 16}, {0, -48, 2}, {0, 48, 0},
            {0, max, max}, {max, max, 64}, {0, 48, -1}, {0, 48, 17}};
        for (int[] range : bad) {
            assertEquals(TurboJpeg.BAD_ARGUMENT,
                TurboJpeg.readScanlines(handle, rows, range[0], range[1], range[2]));
        }
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.readScanlines(handle, null, 0, 48, 1));
        assertEquals(TurboJpeg.BAD_ARGUMENT, TurboJpeg.finish(handle));
        assertEquals(16, TurboJpeg.readScanlines(handle, rows, 0, 48, 16));
        assertEquals(0, TurboJpeg.readScanlines(handle, rows, 0, 48, 16));
        assertEquals(TurboJpeg.OK, TurboJpeg.finish(handle));
        assertTrue(TurboJpeg.consumed(handle) > 0);
    }
}
