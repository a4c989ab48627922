package dev.hotpix.it.app;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One file in one of the ways that ImageIO has: which, a seed decides. Everything that can be seen goes in a text. */
final class RandomReads {

    private static final int[] TYPES = {
        BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_565_RGB, BufferedImage.TYPE_4BYTE_ABGR
    };
    private static final int MOST_READS = 3;

    private final Random random;
    private final byte[] file;
    private final StringBuilder seen = new StringBuilder();
    private boolean interfered;
    private boolean broken;
    private List<BufferedImage> destinations = new ArrayList<>();

    private RandomReads(byte[] file, long seed) {
        this.file = file;
        this.random = new Random(seed * 0xD1342543DE82EF95L + 1);
    }

    /** Reads. */
    static String of(byte[] file, long seed) throws Exception {
        return new RandomReads(file, seed).run();
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private String run() throws Exception {
        Streams.Log log = new Streams.Log();
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream stream = stream(log)) {
            reader.setInput(stream, oneIn(3), oneIn(2));
            int reads = 1 + random.nextInt(MOST_READS);
            for (int i = 0; i < reads && !broken; i++) {
                read(reader, i);
                seen.append(" at ").append(ReaderReads.state(stream));
            }
            if (oneIn(2)) {
                reader.setInput(null);
                seen.append(" let go at ").append(ReaderReads.state(stream)).append(" next ").append(next(stream));
            }
        } catch (Exception e) {
            seen.append(' ').append(Findings.text(e));
        } finally {
            reader.dispose();
        }
        // Rows are delivered when all input has been read: who then stops a read has had more of it taken. So it may
        // be with a damaged file that stock refuses in the middle.
        return interfered ? seen.toString() : seen + " " + log;
    }

    private static String next(ImageInputStream stream) {
        try {
            return String.valueOf(stream.read());
        } catch (IOException e) {
            return Findings.text(e);
        }
    }

    private ImageInputStream stream(Streams.Log log) throws IOException {
        switch (random.nextInt(6)) {
            case 0:
                return new Streams.Own(file, 1 + random.nextInt(6000), log);
            case 1:
                return new Streams.Own(file, Integer.MAX_VALUE, log);
            case 2:
                return new FileCacheImageInputStream(below(log), null);
            default:
                return new MemoryCacheImageInputStream(below(log));
        }
    }

    private InputStream below(Streams.Log log) {
        InputStream in = new Streams.Counting(new ByteArrayInputStream(file), log);
        if (oneIn(3)) {
            in = new Streams.Dripping(in, 1 + random.nextInt(3000));
        }
        return oneIn(8) ? new Streams.Breaking(in, random.nextInt(file.length + 1)) : in;
    }

    private void read(ImageReader reader, int number) {
        EventLog events = new EventLog(oneIn(4) ? random.nextInt(101) : 101,
                oneIn(12) ? random.nextInt(200) : -1, oneIn(12) ? random.nextInt(200) : -1);
        reader.removeAllIIOReadUpdateListeners();
        reader.removeAllIIOReadProgressListeners();
        reader.removeAllIIOReadWarningListeners();
        if (oneIn(3)) {
            reader.addIIOReadUpdateListener(events);
        }
        if (oneIn(3)) {
            reader.addIIOReadProgressListener(events);
        }
        if (oneIn(2)) {
            reader.addIIOReadWarningListener(events);
        }
        int index = oneIn(6) ? number : 0;
        destinations = new ArrayList<>();
        try {
            seen.append(" | ").append(answer(reader, index));
        } catch (Exception | Error e) {
            seen.append(' ').append(Findings.text(e));
            interfered |= e instanceof IIOException;
        }
        for (BufferedImage destination : destinations) {
            seen.append(" given ").append(ImageText.of(destination));
        }
        seen.append(' ').append(events);
        interfered |= events.interfered();
        // If the warning was about the header of a progressive file, stock's native code would crash the JVM now.
        broken = events.threwInWarning();
    }

    private String answer(ImageReader reader, int index) throws Exception {
        switch (random.nextInt(10)) {
            case 0:
                return ImageText.of(reader.read(index));
            case 1:
            case 2:
                return "raster " + ImageText.of(reader.readRaster(index, param(reader, index, true)));
            case 3:
                return "rendered " + ImageText.of(reader.readAsRenderedImage(index, param(reader, index, false)));
            case 4:
                IIOImage all = reader.readAll(index, param(reader, index, false));
                return "all " + ImageText.of(all.getRenderedImage()) + " " + MetadataText.of(all.getMetadata());
            case 5:
                return "tile " + ImageText.of(reader.readTile(index, random.nextInt(2), 0));
            case 6:
                if (oneIn(3)) {
                    return "metadata " + MetadataText.of(reader.getImageMetadata(index));
                }
                return "size " + reader.getWidth(index) + "x" + reader.getHeight(index);
            default:
                return ImageText.of(reader.read(index, param(reader, index, false)));
        }
    }

    private ImageReadParam param(ImageReader reader, int index, boolean raster) throws Exception {
        ImageReadParam param = oneIn(4) ? new ImageReadParam() : reader.getDefaultReadParam();
        int width = Math.max(1, reader.getWidth(index));
        int height = Math.max(1, reader.getHeight(index));
        if (oneIn(2)) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            int tall = oneIn(2) ? height - y : 1 + random.nextInt(height);
            param.setSourceRegion(new Rectangle(x, y, 1 + random.nextInt(width), tall));
        }
        if (oneIn(2)) {
            int periodX = 1 + random.nextInt(oneIn(8) ? width + 3 : 5);
            int periodY = 1 + random.nextInt(oneIn(8) ? height + 3 : 5);
            param.setSourceSubsampling(periodX, periodY, random.nextInt(periodX), random.nextInt(periodY));
        }
        if (oneIn(8)) {
            int from = random.nextInt(3);
            param.setSourceProgressivePasses(from, oneIn(3) ? Integer.MAX_VALUE - from : 1 + random.nextInt(12));
        }
        if (oneIn(8)) {
            param.setSourceBands(bands());
        }
        if (oneIn(12)) {
            param.setDestinationBands(bands());
        }
        if (!raster) {
            destination(reader, index, param, width, height);
        }
        if (oneIn(6)) {
            param.setDestinationOffset(new Point(random.nextInt(20) - 8, random.nextInt(20) - 8));
        }
        return param;
    }

    private int[] bands() {
        int[][] some = {{0, 1, 2}, {2, 1, 0}, {1, 0, 2}, {0, 0, 1}, {0}, {1}, {0, 2}};
        return some[random.nextInt(some.length)];
    }

    private void destination(ImageReader reader, int index, ImageReadParam param, int width, int height)
            throws Exception {
        int type = TYPES[random.nextInt(random.nextInt(TYPES.length) + 1)];
        switch (random.nextInt(5)) {
            case 0:
                BufferedImage image = new BufferedImage(Math.max(1, width + random.nextInt(24) - 8),
                        Math.max(1, height + random.nextInt(24) - 8), type);
                image.setRGB(0, 0, random.nextInt());
                if (oneIn(3) && image.getWidth() > 8 && image.getHeight() > 8) {
                    image = image.getSubimage(3, 2, image.getWidth() - 5, image.getHeight() - 4);
                }
                destinations.add(image);
                param.setDestination(image);
                break;
            case 1:
                if (oneIn(2)) {
                    param.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(type));
                    break;
                }
                Iterator<ImageTypeSpecifier> offered = reader.getImageTypes(index);
                for (int skip = random.nextInt(3); offered.hasNext() && skip >= 0; skip--) {
                    param.setDestinationType(offered.next());
                }
                break;
            default:
                break;
        }
    }
}
