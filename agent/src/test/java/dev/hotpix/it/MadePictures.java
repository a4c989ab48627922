package dev.hotpix.it;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Element;

/** Files made with ImageIO, named by folder like the corpus. */
final class MadePictures {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    private MadePictures() {
    }

    static void write(Path folder) throws IOException {
        // The first two are left to stock as too small, the next are as thin as a redirected picture can be.
        int[][] sizes = {{1, 1}, {33, 17}, {3, 601}, {1601, 1}, {47, 41}, {64, 64}, {120, 90}, {301, 207}};
        for (int[] size : sizes) {
            String name = size[0] + "x" + size[1] + ".jpg";
            BufferedImage colour = picture(size[0], size[1], BufferedImage.TYPE_3BYTE_BGR);
            put(folder, "baseline/" + name, jpeg(colour, false, 2, 2, 0));
            put(folder, "progressive/" + name, jpeg(colour, true, 2, 2, 0));
            put(folder, "subsampling/444-" + name, jpeg(colour, false, 1, 1, 0));
            put(folder, "subsampling/422-" + name, jpeg(colour, false, 2, 1, 0));
            put(folder, "subsampling/440-" + name, jpeg(colour, true, 1, 2, 0));
            put(folder, "restart/" + name, jpeg(colour, false, 2, 2, 3));
            BufferedImage gray = picture(size[0], size[1], BufferedImage.TYPE_BYTE_GRAY);
            put(folder, "gray/" + name, jpeg(gray, false, 1, 1, 0));
            put(folder, "gray/progressive-" + name, jpeg(gray, true, 1, 1, 0));
        }
        BufferedImage picture = picture(90, 70, BufferedImage.TYPE_3BYTE_BGR);
        byte[] baseline = jpeg(picture, false, 2, 2, 0);
        byte[] progressive = jpeg(picture, true, 2, 2, 0);
        put(folder, "multi/two.jpg", concat(baseline, progressive));
        put(folder, "multi/trailing.jpg", concat(baseline, new byte[9999]));
        segments(folder, baseline, progressive);
        damaged(folder, "baseline", baseline);
        damaged(folder, "progressive", progressive);
        for (String format : new String[] {"png", "bmp", "gif"}) {
            put(folder, "other-formats/picture." + format, encode(picture, format));
        }
        put(folder, "other-formats/text.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        put(folder, "other-formats/empty.jpg", new byte[0]);
    }

    /** Where decoders read on, those that skip can be told from those that read. */
    private static void segments(Path folder, byte[] baseline, byte[] progressive) throws IOException {
        int scan = marker(progressive, 0xDA, 0);
        int second = Math.min(marker(progressive, 0xDA, scan + 2), marker(progressive, 0xC4, scan + 2));
        for (int code : new int[] {0xE0, 0xE1, 0xE2, 0xEE, 0xFE}) {
            put(folder, "segments/scans-" + Integer.toHexString(code) + ".jpg",
                    insert(progressive, second, segment(code, 9_000)));
        }
        put(folder, "segments/end.jpg", insert(baseline, baseline.length - 2, segment(0xE1, 20_000)));
        put(folder, "segments/cut.jpg", Arrays.copyOf(insert(progressive, second, segment(0xE1, 65_535)), 9_000));
    }

    private static int marker(byte[] jpeg, int code, int from) {
        int at = from;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) code) {
            at++;
        }
        return at;
    }

    private static byte[] segment(int code, int length) {
        byte[] segment = new byte[2 + length];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) code;
        segment[2] = (byte) (length >> 8);
        segment[3] = (byte) length;
        return segment;
    }

    private static byte[] insert(byte[] jpeg, int at, byte[] segment) {
        return concat(concat(Arrays.copyOf(jpeg, at), segment), Arrays.copyOfRange(jpeg, at, jpeg.length));
    }

    private static void damaged(Path folder, String name, byte[] intact) throws IOException {
        for (int part = 1; part < 8; part++) {
            put(folder, "corrupt/" + name + "-cut" + part + ".jpg",
                    Arrays.copyOf(intact, intact.length * part / 8));
            byte[] changed = intact.clone();
            changed[changed.length * part / 8] ^= (byte) (1 << part);
            put(folder, "corrupt/" + name + "-bit" + part + ".jpg", changed);
        }
    }

    /** Gradients, noise and edges: something for every coefficient. */
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(48);
                int edge = (x / 13 + y / 7) % 5 == 0 ? 150 : 0;
                int red = Math.min(255, x * 200 / width + noise + edge / 2);
                int green = Math.min(255, y * 200 / height + edge / 3);
                int blue = (x + y) / 3 + noise & 255;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    /** A JPEG whose first component has these sampling factors and the others 1x1. */
    static byte[] jpeg(BufferedImage image, boolean progressive, int horizontal, int vertical, int restartInterval)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
            Element root = (Element) metadata.getAsTree(FORMAT);
            Element first = (Element) root.getElementsByTagName("componentSpec").item(0);
            first.setAttribute("HsamplingFactor", Integer.toString(horizontal));
            first.setAttribute("VsamplingFactor", Integer.toString(vertical));
            if (restartInterval > 0) {
                IIOMetadataNode dri = new IIOMetadataNode("dri");
                dri.setAttribute("interval", Integer.toString(restartInterval));
                root.getLastChild().insertBefore(dri, root.getLastChild().getFirstChild());
            }
            metadata.setFromTree(FORMAT, root);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void put(Path folder, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
