package dev.hotpix.demo.race;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the first frame header (SOF marker) of a JPEG says: coding process, channels, subsampling, size. */
final class JpegKind {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int TEM = 0x01;

    private final String process;
    private final String layout;
    private final int width;
    private final int height;

    private JpegKind(String process, String layout, int width, int height) {
        this.process = process;
        this.layout = layout;
        this.width = width;
        this.height = height;
    }

    static Optional<JpegKind> of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return scan(in);
        }
    }

    /** Empty if this is no JPEG, or one without a frame. */
    static Optional<JpegKind> scan(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        try {
            if (in.readUnsignedByte() != 0xFF || in.readUnsignedByte() != SOI) {
                return Optional.empty();
            }
            for (int marker = nextMarker(in); marker != EOI; marker = nextMarker(in)) {
                if (isFrame(marker)) {
                    in.readUnsignedShort();
                    return Optional.of(frame(marker, in));
                }
                if (!standsAlone(marker)) {
                    skip(in, in.readUnsignedShort() - 2);
                }
            }
        } catch (EOFException e) {
            // Cut off before the frame: how the decoders take it is theirs to say.
        }
        return Optional.empty();
    }

    boolean baseline() {
        return process.equals("baseline");
    }

    boolean progressive() {
        return process.equals("progressive");
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    @Override
    public String toString() {
        return process + " " + layout;
    }

    private static int nextMarker(DataInputStream in) throws IOException {
        int value = in.readUnsignedByte();
        while (value != 0xFF) {
            value = in.readUnsignedByte();
        }
        while (value == 0xFF) { // any number of fill bytes may come before the marker
            value = in.readUnsignedByte();
        }
        return value;
    }

    private static boolean isFrame(int marker) {
        boolean tableOrReserved = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        return marker >= 0xC0 && marker <= 0xCF && !tableOrReserved;
    }

    private static boolean standsAlone(int marker) {
        return marker == TEM || marker >= 0xD0 && marker <= SOI || marker == 0;
    }

    private static JpegKind frame(int marker, DataInputStream in) throws IOException {
        int bits = in.readUnsignedByte();
        int height = in.readUnsignedShort();
        int width = in.readUnsignedShort();
        int[] factors = new int[in.readUnsignedByte()];
        for (int i = 0; i < factors.length; i++) {
            in.readUnsignedByte();
            factors[i] = in.readUnsignedByte();
            in.readUnsignedByte();
        }
        return new JpegKind(process(marker, bits), layout(factors), width, height);
    }

    private static String process(int marker, int bits) {
        String depth = bits == 8 ? "" : " " + bits + "-bit";
        switch (marker) {
            case 0xC0:
                return "baseline" + depth;
            case 0xC1:
                return "extended" + depth;
            case 0xC2:
                return "progressive" + depth;
            case 0xC3:
                return "lossless" + depth;
            default:
                return (marker > 0xC8 ? "arithmetic" : "hierarchical") + depth;
        }
    }

    /** Each factor is horizontal and vertical sampling, a nibble each. */
    private static String layout(int[] factors) {
        if (factors.length == 1) {
            return "gray";
        }
        if (factors.length != 3) {
            return factors.length + " channels";
        }
        if (factors[1] == 0x11 && factors[2] == 0x11) {
            switch (factors[0]) {
                case 0x11:
                    return "4:4:4";
                case 0x21:
                    return "4:2:2";
                case 0x22:
                    return "4:2:0";
                case 0x12:
                    return "4:4:0";
                case 0x41:
                    return "4:1:1";
                default:
            }
        }
        return String.format("%02x,%02x,%02x", factors[0], factors[1], factors[2]);
    }

    private static void skip(DataInputStream in, int count) throws IOException {
        for (int left = count; left > 0; ) {
            int skipped = in.skipBytes(left);
            if (skipped == 0) {
                throw new EOFException();
            }
            left -= skipped;
        }
    }
}
