package dev.hotpix.codec;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Node;

/** JPEG files made with this JVM's own writer, and surgery on them. */
final class TestImages {

    private static final String NATIVE_FORMAT = "javax_imageio_jpeg_image_1.0";

    private TestImages() {
    }

    /** Smooth gradients, noise and hard edges: something for every coefficient. */
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(64);
                int edge = (x / 13 + y / 7) % 5 == 0 ? 200 : 0;
                int red = Math.min(255, x * 255 / width / 2 + noise + edge / 2);
                int green = Math.min(255, y * 255 / height / 2 + edge / 3 + noise / 2);
                int blue = (x * y / 3 + noise) & 255;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    static byte[] color(int width, int height, float quality, boolean progressive) {
        return write(picture(width, height, BufferedImage.TYPE_3BYTE_BGR), quality, progressive, 0);
    }

    static byte[] gray(int width, int height) {
        return write(picture(width, height, BufferedImage.TYPE_BYTE_GRAY), 0.8f, false, 0);
    }

    static byte[] withRestarts(int width, int height, int interval) {
        return write(picture(width, height, BufferedImage.TYPE_3BYTE_BGR), 0.8f, false, interval);
    }

    static byte[] write(BufferedImage image, float quality, boolean progressive, int restartInterval) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
            if (restartInterval > 0) {
                addRestarts(metadata, restartInterval);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void addRestarts(IIOMetadata metadata, int interval) throws IOException {
        Node root = metadata.getAsTree(NATIVE_FORMAT);
        Node sequence = root.getLastChild();
        IIOMetadataNode dri = new IIOMetadataNode("dri");
        dri.setAttribute("interval", Integer.toString(interval));
        sequence.insertBefore(dri, sequence.getLastChild());
        metadata.setFromTree(NATIVE_FORMAT, root);
    }

    /** Offset of the first marker FF {@code code}, walking the header segment by segment; or -1. */
    static int marker(byte[] jpeg, int code) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 255) == 0xFF) {
            int found = jpeg[at + 1] & 255;
            if (found == code) {
                return at;
            }
            if (found == 0xDA) {
                return -1;
            }
            at += 2 + segmentLength(jpeg, at);
        }
        return -1;
    }

    /** The length field of the segment whose marker is at {@code at}: includes itself, not the marker. */
    static int segmentLength(byte[] jpeg, int at) {
        return (jpeg[at + 2] & 255) << 8 | jpeg[at + 3] & 255;
    }

    /** The file without every segment of that marker. */
    static byte[] without(byte[] jpeg, int code) {
        byte[] result = jpeg;
        for (int at = marker(result, code); at >= 0; at = marker(result, code)) {
            result = cut(result, at, 2 + segmentLength(result, at));
        }
        return result;
    }

    /** The file with Huffman tables from which every code longer than {@code bits} is gone. */
    static byte[] withShortCodesOnly(byte[] jpeg, int bits) {
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        int scan = marker(jpeg, 0xDA);
        for (int segment = 2; segment < scan; segment += 2 + segmentLength(jpeg, segment)) {
            int end = segment + 2 + segmentLength(jpeg, segment);
            for (int at = segment + 4; (jpeg[segment + 1] & 255) == 0xC4 && at < end;) {
                at = writeShortCodes(jpeg, at, bits, tables);
            }
        }
        return insert(jpeg, scan, tables.toByteArray());
    }

    /** Copies one Huffman table as a DHT segment of its own; answers where the next one begins. */
    private static int writeShortCodes(byte[] jpeg, int table, int bits, ByteArrayOutputStream out) {
        int kept = 0;
        int all = 0;
        for (int i = 0; i < 16; i++) {
            all += jpeg[table + 1 + i] & 255;
            kept += i < bits ? jpeg[table + 1 + i] & 255 : 0;
        }
        out.write(0xFF);
        out.write(0xC4);
        out.write(0);
        out.write(2 + 17 + kept);
        out.write(jpeg, table, 1 + bits);
        out.write(new byte[16 - bits], 0, 16 - bits);
        out.write(jpeg, table + 17, kept);
        return table + 17 + all;
    }

    static byte[] cut(byte[] bytes, int at, int length) {
        byte[] result = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(bytes, at + length, result, at, result.length - at);
        return result;
    }

    static byte[] insert(byte[] bytes, int at, byte... extra) {
        byte[] result = new byte[bytes.length + extra.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(extra, 0, result, at, extra.length);
        System.arraycopy(bytes, at, result, at + extra.length, bytes.length - at);
        return result;
    }
}
