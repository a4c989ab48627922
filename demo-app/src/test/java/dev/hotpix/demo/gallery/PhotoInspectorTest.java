package dev.hotpix.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhotoInspectorTest {

    private static final UploadLimits LIMITS = new UploadLimits(100_000, 20_000, 400, 3, 200_000);

    private final PhotoInspector inspector = new PhotoInspector(LIMITS);

    @ParameterizedTest
    @EnumSource
    void orientationIsReadAndSwapsSides(Orientation orientation) throws Exception {
        PhotoFacts facts = inspector.inspect(ExifSegment.insert(TestFiles.jpeg(60, 40), orientation));
        assertEquals(orientation, facts.orientation());
        assertEquals(orientation.swapsSides() ? 40 : 60, facts.width());
        assertEquals(orientation.swapsSides() ? 60 : 40, facts.height());
    }

    @Test
    void contentCountsNotTheName() throws Exception {
        assertEquals("jpeg", inspector.inspect(TestFiles.jpeg(8, 8)).format());
        assertEquals("png", inspector.inspect(
                TestFiles.png(new BufferedImage(9, 5, BufferedImage.TYPE_INT_ARGB))).format());
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 5, BufferedImage.TYPE_BYTE_INDEXED), "gif", gif);
        assertEquals("neither JPEG nor PNG", refusal(gif.toByteArray()));
        assertEquals("neither JPEG nor PNG", refusal("<svg/>".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("neither JPEG nor PNG", refusal(new byte[0]));
    }

    @Test
    void pixelsAreCountedBeforeTheyAreDecoded() throws Exception {
        assertTrue(refusal(TestFiles.jpeg(200, 101)).contains("200 × 101 pixels"));
        assertTrue(refusal(TestFiles.jpeg(401, 2)).contains("401 × 2"));
        // A few bytes that claim to be the largest picture there is.
        assertTrue(refusal(pngHead(Integer.MAX_VALUE, Integer.MAX_VALUE)).contains("2147483647"));
        assertTrue(refusal(new byte[100_001]).startsWith("larger than"));
    }

    @Test
    void damagedHeadsAreRefusedNotThrown() throws IOException {
        byte[] jpeg = TestFiles.jpeg(60, 40);
        for (int length = 2; length < 300; length += 7) {
            byte[] cut = Arrays.copyOf(jpeg, length);
            try {
                inspector.inspect(cut);
            } catch (RejectedPhotoException e) {
                assertTrue(e.getMessage().length() > 5);
            }
        }
        assertThrows(RejectedPhotoException.class, () -> inspector.inspect(Arrays.copyOf(jpeg, 20)));
    }

    private String refusal(byte[] file) {
        return assertThrows(RejectedPhotoException.class, () -> inspector.inspect(file)).getMessage();
    }

    private static byte[] pngHead(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33).putLong(0x89504E470D0A1A0AL).putInt(13).put(chunk.array())
                .putInt((int) crc.getValue()).array();
    }
}
