package dev.hotpix.redirect.jpeg.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes ICC profiles of the matrix model, and puts them into JPEG files. */
public final class MadeProfile {

    private static final double[][] SRGB =
            {{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}};
    private static final double[][] WIDE =
            {{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}};

    private MadeProfile() {
    }

    /** Close to sRGB: its primaries, and its curve as a formula. */
    public static byte[] almostSrgb() {
        return profile(SRGB, parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045));
    }

    /** Wide primaries and a gamma of 563/256, as Adobe RGB. */
    public static byte[] wide() {
        return profile(WIDE, curve(563));
    }

    /** Wide primaries and a table of 1,024 points. */
    public static byte[] wideByTable() {
        int[] points = new int[1024];
        for (int i = 0; i < points.length; i++) {
            points[i] = (int) Math.round(65535 * Math.pow(i / 1023.0, 1.8));
        }
        return profile(WIDE, curve(points));
    }

    /** Linear light: a curve without points. */
    public static byte[] linear() {
        return profile(SRGB, curve());
    }

    private static byte[] curve(int... points) {
        ByteBuffer tag = ByteBuffer.allocate((12 + 2 * points.length + 3) / 4 * 4);
        tag.put(ascii("curv")).putInt(0).putInt(points.length);
        for (int point : points) {
            tag.putShort((short) point);
        }
        return tag.array();
    }

    private static byte[] parametric(int function, double... parameters) {
        ByteBuffer tag = ByteBuffer.allocate(12 + 4 * parameters.length);
        tag.put(ascii("para")).putInt(0).putShort((short) function).putShort((short) 0);
        for (double parameter : parameters) {
            tag.putInt(fixed(parameter));
        }
        return tag.array();
    }

    private static byte[] xyz(double... values) {
        ByteBuffer tag = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : values) {
            tag.putInt(fixed(value));
        }
        return tag.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] profile(double[][] colorants, byte[] curve) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("wtpt", xyz(0.9642, 1, 0.82491));
        for (int i = 0; i < 3; i++) {
            tags.put("rgb".charAt(i) + "XYZ", xyz(colorants[i]));
            tags.put("rgb".charAt(i) + "TRC", curve);
        }
        int size = 128 + 4 + 12 * tags.size() + tags.values().stream().mapToInt(tag -> tag.length).sum();
        ByteBuffer profile = ByteBuffer.allocate(size);
        profile.putInt(0, size).putInt(8, 0x02400000);
        at(profile, 12, "mntrRGB XYZ ");
        at(profile, 36, "acsp");
        profile.putInt(68, fixed(0.9642)).putInt(72, fixed(1)).putInt(76, fixed(0.82491));
        profile.putInt(128, tags.size());
        int entry = 132;
        int data = 132 + 12 * tags.size();
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            at(profile, entry, tag.getKey());
            profile.putInt(entry + 4, data).putInt(entry + 8, tag.getValue().length);
            profile.position(data);
            profile.put(tag.getValue());
            entry += 12;
            data += tag.getValue().length;
        }
        return profile.array();
    }

    private static void at(ByteBuffer profile, int offset, String text) {
        profile.position(offset);
        profile.put(ascii(text));
    }

    /** A JPEG file with a profile behind its APP0 segments. */
    public static byte[] embed(byte[] jpeg, byte[] profile) throws IOException {
        int at = 2;
        while ((jpeg[at + 1] & 255) == 0xE0) {
            at += 2 + (jpeg[at + 2] & 255) * 256 + (jpeg[at + 3] & 255);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, at);
        List<byte[]> chunks = new ArrayList<>();
        for (int from = 0; from < profile.length; from += 60_000) {
            chunks.add(Arrays.copyOfRange(profile, from, Math.min(profile.length, from + 60_000)));
        }
        for (int i = 0; i < chunks.size(); i++) {
            int length = 16 + chunks.get(i).length;
            out.write(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
            out.write(ascii("ICC_PROFILE\0"));
            out.write(i + 1);
            out.write(chunks.size());
            out.write(chunks.get(i));
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }
}
