package dev.hotpix.redirect.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.VerifyResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;

/** What the audit finds where a redirected decode, here stock's own with one thing changed, was not like stock. */
class DecodeAuditTest {

    private final List<String> told = new ArrayList<>();
    private final DecodeAudit audit = new DecodeAudit(1, Runnable::run, told::add);
    private final byte[] file;
    private final BufferedImage image;

    DecodeAuditTest() throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 64 * 48; i++) {
            picture.setRGB(i % 64, i / 64, i * 12345);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        file = bytes.toByteArray();
        image = ImageIO.read(new ByteArrayInputStream(file));
    }

    private String verify(byte[] bytes, int consumed, BufferedImage result) {
        audit.submit(bytes.length, () -> new AuditedRead(Arrays.copyOf(bytes, bytes.length + 64), consumed, false,
                new ImageReadParam(), new ImageTypeSpecifier(result), result.getRaster(), null,
                SampleDigest.of(result.getRaster()), "64x48"));
        return told.isEmpty() ? null : told.get(0);
    }

    @Test
    void sameIsEqual() {
        assertEquals(null, verify(file, file.length, image));
        assertEquals(1, audit.results().of(VerifyResult.EQUAL));
        assertEquals(List.of(), audit.findings());
    }

    @Test
    void oneSampleIsFound() {
        image.setRGB(63, 47, image.getRGB(63, 47) ^ 1);
        String finding = verify(file, file.length, image);
        assertTrue(finding.matches("samples of 64x48, " + file.length + " bytes, SHA-256 [0-9a-f]{64}"), finding);
        assertEquals(1, audit.results().of(VerifyResult.DIFFERENT));
        assertEquals(List.of(finding), audit.findings());
    }

    @Test
    void anotherTypeIsFound() {
        BufferedImage other = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
        assertTrue(verify(file, file.length, other).startsWith("image type of "));
    }

    @Test
    void anotherStreamPositionIsFound() {
        assertTrue(verify(file, file.length - 1, image).startsWith("stream position of "));
    }

    @Test
    void stocksExceptionIsFound() {
        assertTrue(verify(new byte[] {(byte) 0xFF, (byte) 0xD8}, 2, image).startsWith("exception "));
    }

    @Test
    void nothingIsChosenUnlessAskedFor() {
        assertFalse(new DecodeAudit(0, Runnable::run, told::add).chooses());
        assertTrue(audit.chooses());
    }
}
