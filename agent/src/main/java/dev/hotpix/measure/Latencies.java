package dev.hotpix.measure;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * How long operations took: a histogram at rest, some kilobytes instead of the 156 of one that records. Immutable.
 *
 * <p>The slots are those of the recording histograms: three significant digits from a unit of 512 ns to 137 s, one
 * after the other from short to long. They are kept as HdrHistogram's own encodings keep them: each count as a variable
 * number of bytes, each run of empty slots as its length, told apart by the lowest bit.
 */
public final class Latencies {

    /** Receives the slots that are not empty, from short to long. */
    @FunctionalInterface
    public interface Visitor {

        /** {@code count} operations took {@code fromNanos} to {@code toNanos} nanoseconds, both included. */
        void visit(long fromNanos, long toNanos, long count);
    }

    /** Values below this, in nanoseconds, are not told apart. */
    public static final long LOWEST_NANOS = Series.LOWEST_NANOS;
    /** What took longer, in nanoseconds, counts as this. */
    public static final long HIGHEST_NANOS = Series.HIGHEST_NANOS;
    /** The significant decimal digits of a value. */
    public static final int DIGITS = Series.DIGITS;

    /** Slots are told apart by so many of the highest bits of the number of units. */
    static final int ALL_BITS = 11;

    private static final int UNIT_BITS = Long.SIZE - 1 - Long.numberOfLeadingZeros(Series.LOWEST_NANOS);
    private static final int HALF = 1 << ALL_BITS - 1;

    private final byte[] encoded;
    private final int bits;
    private final long count;

    private Latencies(byte[] encoded, int bits) {
        this.encoded = encoded;
        this.bits = bits;
        long sum = 0;
        for (Cursor slots = new Cursor(encoded); slots.next();) {
            sum += slots.count;
        }
        count = sum;
    }

    /**
     * Reads a histogram that may be in use: complete but for the calls in flight.
     *
     * @param counts the number of operations in the slot of a value in nanoseconds
     * @param highestNanos nothing above is looked at
     */
    static Latencies read(LongUnaryOperator counts, long highestNanos) {
        int last = slot(highestNanos);
        Encoder encoder = new Encoder();
        for (int slot = 0; slot <= last; slot++) {
            encoder.add(slot, counts.applyAsLong(lowest(slot)));
        }
        return new Latencies(encoder.bytes(), ALL_BITS);
    }

    /** The slot of a value in nanoseconds. */
    static int slot(long nanos) {
        long units = Math.max(0, Math.min(nanos, Series.HIGHEST_NANOS)) >> UNIT_BITS;
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(units) - ALL_BITS);
        return shift * HALF + (int) (units >> shift);
    }

    /** The lowest value of a slot, in nanoseconds. */
    static long lowest(int slot) {
        int shift = Math.max(0, slot / HALF - 1);
        return (long) (slot - shift * HALF) << shift + UNIT_BITS;
    }

    /** The number of operations. */
    public long count() {
        return count;
    }

    /**
     * The time, in nanoseconds, that {@code percentile} percent of the operations did not exceed: the upper end of its
     * slot, at most 0.1 % above. 0 without operations.
     */
    public long atPercentile(double percentile) {
        // The nearest double below, lest 99.9 % of 1000 come out as 999.0000000000001 and round up.
        long wanted = Math.max(1, (long) Math.ceil(Math.nextDown(Math.min(100, percentile)) / 100 * count));
        long seen = 0;
        for (Cursor slots = new Cursor(encoded); slots.next();) {
            seen += slots.count;
            if (seen >= wanted) {
                return highest(slots.slot);
            }
        }
        return 0;
    }

    /**
     * How many operations took longer than the bound before and at most each bound, with 0.1 % of doubt.
     *
     * @param boundsNanos in nanoseconds, ascending
     * @return one number more than there are bounds: the last is of operations above all of them
     */
    public long[] countsBetween(long... boundsNanos) {
        long[] counts = new long[boundsNanos.length + 1];
        int bucket = 0;
        for (Cursor slots = new Cursor(encoded); slots.next();) {
            long middle = lowest(slots.slot) + (highest(slots.slot) - lowest(slots.slot)) / 2;
            while (bucket < boundsNanos.length && middle > boundsNanos[bucket]) {
                bucket++;
            }
            counts[bucket] += slots.count;
        }
        return counts;
    }

    /** Shows all slots that are not empty. */
    public void forEach(Visitor visitor) {
        for (Cursor slots = new Cursor(encoded); slots.next();) {
            visitor.visit(lowest(slots.slot), highest(slots.slot), slots.count);
        }
    }

    /** The upper end of the highest slot that is not empty, in nanoseconds; 0 without operations. */
    long highest() {
        return atPercentile(100);
    }

    private long highest(int slot) {
        return lowest(coarse(slot, bits) + width(slot, bits)) - 1;
    }

    /** The first slot of those that are one when only {@code bits} of the highest bits count. */
    private static int coarse(int slot, int bits) {
        return slot - slot % width(slot, bits);
    }

    private static int width(int slot, int bits) {
        // Above the first HALF slots, which have fewer bits to lose, all have the full number.
        int full = Math.min(ALL_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(slot));
        return 1 << Math.max(0, full - bits);
    }

    /** What has been counted since {@code before}, which was read from the same histogram. */
    Latencies minus(Latencies before) {
        Latencies now = coarse(Math.min(bits, before.bits));
        Encoder encoder = new Encoder();
        Cursor old = new Cursor(before.encoded);
        boolean more = old.next();
        for (Cursor slots = new Cursor(now.encoded); slots.next();) {
            while (more && old.slot < slots.slot) {
                more = old.next();
            }
            encoder.add(slots.slot, slots.count - (more && old.slot == slots.slot ? old.count : 0));
        }
        return new Latencies(encoder.bytes(), now.bits);
    }

    /** The same with slots that are wider where that is needed to stay within {@code bytes}. */
    Latencies within(int bytes) {
        Latencies smaller = this;
        // One significant digit at the very least, which takes a few hundred bytes.
        for (int b = bits - 3; smaller.encoded.length > bytes && b >= 4; b -= 2) {
            smaller = coarse(b);
        }
        return smaller;
    }

    private Latencies coarse(int fewer) {
        if (fewer == bits) {
            return this;
        }
        Encoder encoder = new Encoder();
        int slot = 0;
        long sum = 0;
        for (Cursor slots = new Cursor(encoded); slots.next();) {
            int next = coarse(slots.slot, fewer);
            if (next != slot) {
                encoder.add(slot, sum);
                slot = next;
                sum = 0;
            }
            sum += slots.count;
        }
        encoder.add(slot, sum);
        return new Latencies(encoder.bytes(), fewer);
    }

    /** The memory it takes, in bytes, but for some words. */
    int bytes() {
        return encoded.length;
    }

    /** Walks over the slots that are not empty. */
    private static final class Cursor {
        private final byte[] encoded;
        private int at;
        int slot = -1;
        long count;

        Cursor(byte[] encoded) {
            this.encoded = encoded;
        }

        boolean next() {
            if (at == encoded.length) {
                return false;
            }
            long number = number();
            slot++;
            if ((number & 1) != 0) {
                slot += (int) (number >>> 1);
                number = number();
            }
            count = number >>> 1;
            return true;
        }

        private long number() {
            long number = 0;
            for (int shift = 0;; shift += 7) {
                byte part = encoded[at++];
                number |= (long) (part & 0x7F) << shift;
                if (part >= 0) {
                    return number;
                }
            }
        }
    }

    /** Takes slots in their order. */
    private static final class Encoder {
        private byte[] encoded = new byte[256];
        private int length;
        private int next;

        void add(int slot, long count) {
            if (count <= 0) {
                return;
            }
            if (slot > next) {
                number((long) (slot - next) << 1 | 1);
            }
            number(count << 1);
            next = slot + 1;
        }

        private void number(long number) {
            if (length + 10 > encoded.length) {
                encoded = Arrays.copyOf(encoded, encoded.length * 2);
            }
            long rest = number;
            for (; rest > 0x7F; rest >>>= 7) {
                encoded[length++] = (byte) (rest | 0x80);
            }
            encoded[length++] = (byte) rest;
        }

        byte[] bytes() {
            return Arrays.copyOf(encoded, length);
        }
    }
}
