package dev.hotpix.redirect.jpeg.probe;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Synthesizes small, complete JPEG files (ITU-T T.81 B.2) of any {@link FrameLayout}, for two
 * decoders to be compared on.
 *
 * <p>The coefficients are random but photograph-like: samples cover the whole range and clip at
 * both ends, neighbouring blocks differ so that upsampling shows, and dequantized blocks stay
 * small enough for any correct IDCT to be exact. They depend on the seed, the size and the
 * sampling factors, not on the process: files differing only in that have the same pixels. The
 * bytes are the same on every JVM.
 *
 * <p>What the components mean is stated in every way that decoders look at: JFIF and ids 1, 2, 3,
 * or Adobe APP14 and ids 'R', 'G', 'B' or 'C', 'M', 'Y', 'K'.
 */
public final class ProbeImage {

    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int DHT = 0xC4;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;

    /** Wide enough for SIMD code to do several vectors and a remainder. */
    private static final int WIDE = 70;

    /** In MCUs; with fewer, some chroma components have too few blocks to cover their range. */
    private static final int TALL = 4;

    private final FrameLayout layout;
    private final int width;
    private final int height;
    private final ComponentBlocks[] components;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(8192);

    ProbeImage(FrameLayout layout, int mcusWide, int mcusHigh, int cropX, int cropY, long seed) {
        this.layout = layout;
        width = extent(mcusWide, layout.maxHorizontal(), cropX);
        height = extent(mcusHigh, layout.maxVertical(), cropY);
        boolean fine = seed % 2 == 0;
        Xorshift random = new Xorshift(seed);
        components = new ComponentBlocks[layout.components()];
        for (int i = 0; i < components.length; i++) {
            QuantizationTable table = tableOf(i) == 0
                    ? QuantizationTable.luma(fine)
                    : QuantizationTable.chroma(fine);
            components[i] = ComponentBlocks.random(layout, i, width, height, table, random);
        }
    }

    private static int extent(int mcus, int maxFactor, int crop) {
        int mcu = 8 * maxFactor;
        if (mcus < 1 || mcus * mcu > 0xFFFF || crop < 0 || crop >= mcu) {
            throw new IllegalArgumentException(mcus + " MCUs cropped by " + crop);
        }
        return mcus * mcu - crop;
    }

    /**
     * A file of that many MCUs, the last column and row of which are cut short. An MCU is here 8
     * H<sub>max</sub> by 8 V<sub>max</sub> samples whether or not scans interleave.
     *
     * @param cropX how many samples the last MCU column lacks, less than its width
     * @param cropY how many samples the last MCU row lacks, less than its height
     * @param seed of the coefficients; quantization is fine (about quality 95) if it is even, else
     *     coarse (about quality 50)
     * @throws IllegalArgumentException if sizes are out of range
     */
    public static byte[] synthesize(
            FrameLayout layout, int mcusWide, int mcusHigh, int cropX, int cropY, long seed) {
        return new ProbeImage(layout, mcusWide, mcusHigh, cropX, cropY, seed).encode();
    }

    /**
     * The files to compare decoders on for this layout. Each has its own way to end: decoders
     * treat the last column and row apart, and some choose a simpler upsampling for components
     * less than three samples wide.
     */
    public static List<byte[]> probesFor(FrameLayout layout) {
        int mcuWidth = 8 * layout.maxHorizontal();
        int mcuHeight = 8 * layout.maxVertical();
        int mcusWide = Math.max(3, 1 + ComponentBlocks.ceilDiv(WIDE - 1, mcuWidth));
        List<byte[]> probes = new ArrayList<>();
        // Odd, with a single sample in the last MCU column and row.
        probes.add(synthesize(layout, mcusWide, TALL, mcuWidth - 1, mcuHeight - 1, 2));
        // Even, with nearly whole MCUs last.
        probes.add(synthesize(layout, mcusWide, TALL, 2, 2, 3));
        // Columns of three, and smaller than one MCU.
        probes.add(synthesize(layout, 1, 3, mcuWidth - 3, mcuHeight - 2, 4));
        probes.add(synthesize(layout, 1, 1, mcuWidth - 5, mcuHeight - 3, 5));
        return Collections.unmodifiableList(probes);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    ComponentBlocks component(int index) {
        return components[index];
    }

    /** RGB and CMYK files have one table for all, as their components are equals. */
    private int tableOf(int index) {
        return hasChroma() && (index == 1 || index == 2) ? 1 : 0;
    }

    private boolean hasChroma() {
        return layout.colour() == FrameLayout.Colour.YCBCR || layout.colour() == FrameLayout.Colour.YCCK;
    }

    private int idOf(int index) {
        switch (layout.colour()) {
            case RGB:
                return "RGB".charAt(index);
            case CMYK:
                return "CMYK".charAt(index);
            default:
                return index + 1;
        }
    }

    byte[] encode() {
        marker(SOI);
        if (layout.colour() == FrameLayout.Colour.GRAY || layout.colour() == FrameLayout.Colour.YCBCR) {
            // Version 1.01, pixels are square, no thumbnail.
            segment(APP0, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
        } else {
            // Version 100, no flags, transform 2: YCCK, or 0: neither that nor YCbCr.
            int transform = layout.colour() == FrameLayout.Colour.YCCK ? 2 : 0;
            segment(APP14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform);
        }
        quantizationTable(0, components[0].table);
        if (hasChroma()) {
            quantizationTable(1, components[1].table);
        }
        frameHeader();
        huffmanTable(0x00, EntropyCoder.DC_CODE_LENGTH, EntropyCoder.dcSymbols());
        huffmanTable(0x10, EntropyCoder.AC_CODE_LENGTH, EntropyCoder.acSymbols());
        scans();
        marker(EOI);
        return out.toByteArray();
    }

    /** T.81 B.2.4.1. */
    private void quantizationTable(int id, QuantizationTable table) {
        int[] body = new int[1 + QuantizationTable.SIZE];
        body[0] = id;
        for (int k = 0; k < QuantizationTable.SIZE; k++) {
            body[1 + k] = table.step(k);
        }
        segment(DQT, body);
    }

    /** T.81 B.2.2. */
    private void frameHeader() {
        int[] body = new int[6 + 3 * components.length];
        body[0] = 8;
        body[1] = height >> 8;
        body[2] = height & 0xFF;
        body[3] = width >> 8;
        body[4] = width & 0xFF;
        body[5] = components.length;
        for (int i = 0; i < components.length; i++) {
            body[6 + 3 * i] = idOf(i);
            body[7 + 3 * i] = layout.horizontal(i) << 4 | layout.vertical(i);
            body[8 + 3 * i] = tableOf(i);
        }
        segment(layout.process() == FrameLayout.Process.PROGRESSIVE ? SOF2 : SOF0, body);
    }

    /** T.81 B.2.4.2: a table whose codes all have the same length. */
    private void huffmanTable(int classAndId, int codeLength, byte[] symbols) {
        int[] body = new int[17 + symbols.length];
        body[0] = classAndId;
        body[codeLength] = symbols.length;
        for (int i = 0; i < symbols.length; i++) {
            body[17 + i] = symbols[i] & 0xFF;
        }
        segment(DHT, body);
    }

    private void scans() {
        switch (layout.process()) {
            case PROGRESSIVE:
                // Refining only the low band keeps zero runs out of the refinement.
                dcScans(0, 1);
                acScans(1, 5, 0, 1);
                acScans(6, 63, 0, 0);
                dcScans(1, 0);
                acScans(1, 5, 1, 0);
                break;
            case SEQUENTIAL_MULTISCAN:
                for (int i = 0; i < components.length; i++) {
                    scan(i, 1, 0, 63, 0, 0);
                }
                break;
            default:
                scan(0, components.length, 0, 63, 0, 0);
        }
    }

    /** Only these progressive scans may interleave (T.81 G.1.1.1.1), unless an MCU is too big. */
    private void dcScans(int high, int low) {
        if (layout.canInterleave()) {
            scan(0, components.length, 0, 0, high, low);
        } else {
            for (int i = 0; i < components.length; i++) {
                scan(i, 1, 0, 0, high, low);
            }
        }
    }

    private void acScans(int first, int last, int high, int low) {
        for (int i = 0; i < components.length; i++) {
            scan(i, 1, first, last, high, low);
        }
    }

    /** T.81 B.2.3: header and data of a scan. All components use Huffman tables 0. */
    private void scan(int from, int count, int first, int last, int high, int low) {
        ComponentBlocks[] scanned = new ComponentBlocks[count];
        int[] body = new int[4 + 2 * count];
        body[0] = count;
        for (int i = 0; i < count; i++) {
            scanned[i] = components[from + i];
            body[1 + 2 * i] = idOf(from + i);
        }
        body[1 + 2 * count] = first;
        body[2 + 2 * count] = last;
        body[3 + 2 * count] = high << 4 | low;
        segment(SOS, body);
        Scan.write(out, scanned, first, last, high, low);
    }

    private void segment(int code, int... body) {
        marker(code);
        int length = body.length + 2;
        out.write(length >> 8);
        out.write(length);
        for (int value : body) {
            out.write(value);
        }
    }

    private void marker(int code) {
        out.write(0xFF);
        out.write(code);
    }
}
