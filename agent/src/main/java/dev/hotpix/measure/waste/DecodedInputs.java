package dev.hotpix.measure.waste;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The inputs that were decoded lately, as hashes of 64 bits: 4096 in sets of eight, the oldest of a set out first.
 * Without locks; where threads meet, an input may be forgotten.
 */
final class DecodedInputs {
    static final int MOST = 4096;
    private static final int WAYS = 8;
    private static final int SETS = MOST / WAYS;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SHIFT = Long.numberOfLeadingZeros(SETS) + 1;

    private final AtomicLongArray hashes = new AtomicLongArray(MOST);
    private final AtomicIntegerArray next = new AtomicIntegerArray(SETS);

    /** Whether the input with this hash, which is not 0, was here before. From now on it was. */
    boolean add(long hash) {
        int set = (int) (hash * SPREAD >>> SHIFT);
        for (int way = 0; way < WAYS; way++) {
            if (hashes.get(set * WAYS + way) == hash) {
                return true;
            }
        }
        int way = next.getAndIncrement(set) & WAYS - 1;
        hashes.set(set * WAYS + way, hash);
        return false;
    }

    static long bytes() {
        return MOST * (long) Long.BYTES + SETS * (long) Integer.BYTES;
    }
}
