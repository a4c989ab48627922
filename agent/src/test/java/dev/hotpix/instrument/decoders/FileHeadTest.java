package dev.hotpix.instrument.decoders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.measure.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileHeadTest {

    @ParameterizedTest
    @CsvSource({"jpeg,JPEG", "png,PNG", "gif,GIF", "bmp,BMP", "tiff,TIFF"})
    void filesOfImageIo(String format, Format expected) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR), format, out);
        byte[] file = out.toByteArray();
        assertEquals(expected, FileHead.format(file));
        ByteBuffer buffer = ByteBuffer.allocateDirect(file.length + 3).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(3);
        buffer.put(file).position(3);
        assertEquals(expected, FileHead.format(buffer));
        assertEquals(3, buffer.position());
    }

    @ParameterizedTest
    @CsvSource({"RIFF....WEBPVP8L,WEBP", "RIFF....WAVEfmt ,UNKNOWN", "....ftypavif....,AVIF", "....ftypheic....,HEIF",
        "8BPS............,PSD", "P6 640 480 255 ..,PNM", "P9 640 480 255 ..,UNKNOWN", "....jP  ........,JPEG2000",
        "nothing of these,UNKNOWN", "short,UNKNOWN"})
    void otherFiles(String head, Format expected) {
        assertEquals(expected, FileHead.format(head.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void otherObjects() {
        assertEquals(Format.UNKNOWN, FileHead.format("a.png"));
    }
}
