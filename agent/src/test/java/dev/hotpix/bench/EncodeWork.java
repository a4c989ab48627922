package dev.hotpix.bench;

import com.sun.management.OperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The encodes of a worker: pictures from files in memory to files in memory. */
final class EncodeWork {

    private static final int ROOM = 16 << 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream(ROOM);
    private final List<byte[]> files;
    private BufferedImage image;
    private int imageOf = -1;

    EncodeWork(List<byte[]> files) {
        this.files = files;
    }

    /** {@code quality index}: the CRC of the file. */
    String hash(String[] words) throws IOException {
        encode(Float.parseFloat(words[0]), Integer.parseInt(words[1]));
        CRC32 sum = new CRC32();
        sum.update(encoded.toByteArray());
        return encoded.size() + ":" + Long.toHexString(sum.getValue());
    }

    /** {@code quality index batches encodesPerBatch}: nanoseconds per encode, as a worker's decode tells them. */
    String time(String[] words) throws IOException {
        float quality = Float.parseFloat(words[0]);
        int index = Integer.parseInt(words[1]);
        int batches = Integer.parseInt(words[2]);
        int each = Integer.parseInt(words[3]);
        picture(index);
        long best = Long.MAX_VALUE;
        long total = 0;
        long processStart = process.getProcessCpuTime();
        for (int batch = 0; batch < batches; batch++) {
            long start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < each; i++) {
                encode(quality, index);
            }
            long took = threads.getCurrentThreadCpuTime() - start;
            best = Math.min(best, took);
            total += took;
        }
        long encodes = (long) batches * each;
        return best / each + " " + total / encodes + " " + (process.getProcessCpuTime() - processStart) / encodes;
    }

    private void picture(int index) throws IOException {
        if (imageOf != index) {
            image = ImageIO.read(new ByteArrayInputStream(files.get(index)));
            imageOf = index;
        }
    }

    private void encode(float quality, int index) throws IOException {
        picture(index);
        encoded.reset();
        if (quality < 0) {
            ImageIO.write(image, "jpeg", encoded);
            return;
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(encoded)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
