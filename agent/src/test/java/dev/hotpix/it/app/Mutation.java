package dev.hotpix.it.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage to a JPEG file, the same each time for the same seed. */
public final class Mutation {

    private static final int DQT = 0xDB;
    private static final int DHT = 0xC4;
    private static final int DRI = 0xDD;
    private static final int SOS = 0xDA;
    private static final int HUFFMAN_COUNTS = 17;

    private final Random random;
    private byte[] bytes;

    private Mutation(byte[] bytes, long seed) {
        this.bytes = bytes.clone();
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** Damages a file in one to three ways. */
    public static byte[] of(byte[] intact, long seed) {
        Mutation mutation = new Mutation(intact, seed);
        int ways = 1 + mutation.random.nextInt(3);
        for (int i = 0; i < ways && mutation.bytes.length > 4; i++) {
            mutation.damage(mutation.random.nextInt(10));
        }
        return mutation.bytes;
    }

    private void damage(int way) {
        switch (way) {
            case 0:
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                break;
            case 1:
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                break;
            case 2:
                bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                break;
            case 3:
                changeIn(segment(DQT), 0);
                break;
            case 4:
                changeIn(segment(DHT), HUFFMAN_COUNTS);
                break;
            case 5:
                changeIn(frameOrScan(), 0);
                break;
            case 6:
                duplicateOrRemove();
                break;
            case 7:
                insert(Math.max(2, bytes.length - 2));
                break;
            case 8:
                changeIn(segment(DRI), 0);
                break;
            default:
                flipInEntropyData();
                break;
        }
    }

    /** Starts of the marker segments up to the first scan, and of later ones as far as they can be found. */
    private List<Integer> segments() {
        List<Integer> starts = new ArrayList<>();
        int at = 2;
        while (at + 4 <= bytes.length) {
            int marker = bytes[at + 1] & 255;
            if (bytes[at] != (byte) 0xFF || marker == 0 || marker == 255 || marker >= 0xD0 && marker <= 0xD9) {
                at++;
                continue;
            }
            starts.add(at);
            at += length(at);
        }
        return starts;
    }

    private int length(int start) {
        return 2 + Math.max(2, (bytes[start + 2] & 255) << 8 | bytes[start + 3] & 255);
    }

    /** A random one of the segments with a marker; -1 if there is none. */
    private int segment(int marker) {
        List<Integer> starts = segments();
        starts.removeIf(start -> (bytes[start + 1] & 255) != marker);
        return starts.isEmpty() ? -1 : starts.get(random.nextInt(starts.size()));
    }

    private int frameOrScan() {
        List<Integer> starts = segments();
        starts.removeIf(start -> {
            int marker = bytes[start + 1] & 255;
            return marker != SOS && (marker < 0xC0 || marker > 0xC2);
        });
        return starts.isEmpty() ? -1 : starts.get(random.nextInt(starts.size()));
    }

    /** Changes a byte after the segment's marker and length; half of the time one of the first {@code early}. */
    private void changeIn(int start, int early) {
        if (start < 0) {
            flipInEntropyData();
            return;
        }
        int end = Math.min(bytes.length, start + length(start));
        int room = end - start - 4;
        if (room <= 0) {
            return;
        }
        int range = early > 0 && random.nextBoolean() ? Math.min(early, room) : room;
        int at = start + 4 + random.nextInt(range);
        switch (random.nextInt(3)) {
            case 0:
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                break;
            case 1:
                bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
                break;
            default:
                bytes[at] = (byte) random.nextInt(256);
                break;
        }
    }

    private void duplicateOrRemove() {
        List<Integer> starts = segments();
        if (starts.isEmpty()) {
            return;
        }
        int start = starts.get(random.nextInt(starts.size()));
        int end = Math.min(bytes.length, start + length(start));
        int elsewhere = random.nextBoolean() ? end : starts.get(random.nextInt(starts.size()));
        byte[] segment = Arrays.copyOfRange(bytes, start, end);
        if (random.nextBoolean()) {
            replace(start, end, new byte[0]);
        } else {
            replace(elsewhere, elsewhere, segment);
        }
    }

    private void insert(int at) {
        byte[] garbage = new byte[1 + random.nextInt(40)];
        random.nextBytes(garbage);
        if (random.nextBoolean()) {
            // Padding and fill bytes are garbage that decoders pass over silently.
            Arrays.fill(garbage, random.nextBoolean() ? (byte) 0 : (byte) 0xFF);
        }
        replace(at, at, garbage);
    }

    private void replace(int from, int to, byte[] with) {
        byte[] replaced = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, replaced, 0, from);
        System.arraycopy(with, 0, replaced, from, with.length);
        System.arraycopy(bytes, to, replaced, from + with.length, bytes.length - to);
        bytes = replaced;
    }

    private void flipInEntropyData() {
        int scan = segment(SOS);
        int from = scan < 0 ? 0 : Math.min(bytes.length - 1, scan + length(scan));
        bytes[from + random.nextInt(bytes.length - from)] ^= (byte) (1 << random.nextInt(8));
    }
}
