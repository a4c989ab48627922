package dev.hotpix.kernels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The two neighbouring pixels that each destination column needs of a source row, brought side by side: a long for each
 * column, of which the low 6 bytes are blue, green, red, blue, green, red, and the others undefined.
 */
final class VectorPixelPairs {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VectorSpecies<Byte> BYTES = VectorWidth.BYTES;
    private static final int LANES = VectorWidth.LONGS.length();
    private static final int PAIR = 6;

    /** JDK 17 moves lanes more slowly than it loads longs. */
    private static final boolean SELECTS = Runtime.version().feature() > 18 && VectorWidth.BITS >= 128;

    private static final int CACHE_LINE = 64;

    private final int[] index;
    private final int next;
    private final int low;
    private final int high;

    /** Of BGR only, for each vector of columns: where the bytes of all of them begin, and where each is from there. */
    private final int[] base;
    private final byte[] near;

    /**
     * @param first the first pixel of each column's pair
     * @param hasNext whether there is a second one beside it, which there is not if the source is one pixel wide
     */
    VectorPixelPairs(PixelLayout layout, int[] first, boolean hasNext) {
        index = new int[first.length];
        for (int i = 0; i < first.length; i++) {
            index[i] = first[i] * layout.samplesPerPixel();
        }
        next = hasNext ? 1 : 0;
        low = Math.min(index[0], index[index.length - 1]);
        high = Math.max(index[0], index[index.length - 1]);
        base = SELECTS && !layout.isInt() ? new int[index.length / LANES] : new int[0];
        near = new byte[base.length * BYTES.length()];
        for (int i = 0; i < base.length; i++) {
            if (!gather(i)) {
                base[0] = -1;
            }
        }
    }

    /** Whether the bytes that a vector of columns needs lie within one. */
    private boolean gather(int group) {
        int low = Integer.MAX_VALUE;
        for (int i = 0; i < LANES; i++) {
            low = Math.min(low, index[group * LANES + i]);
        }
        base[group] = low;
        boolean fits = true;
        for (int i = 0; i < LANES; i++) {
            int from = index[group * LANES + i] - low;
            fits &= from + PAIR <= BYTES.length();
            for (int k = 0; k < 8; k++) {
                near[group * BYTES.length() + 8 * i + k] = (byte) (fits ? from + Math.min(k, PAIR - 1) : 0);
            }
        }
        return fits;
    }

    /** Takes them of a row of BGR bytes, all of which can be read, and two bytes behind it. */
    void of(byte[] row, int offset, long[] out) {
        // The store is only so that the compiler takes the loads for needed.
        out[0] = touch(row, offset + low, offset + high);
        int done = 0;
        if (base.length > 0 && base[0] >= 0) {
            for (int i = 0; i < base.length && offset + base[i] <= row.length - BYTES.length(); i++) {
                ByteVector.fromArray(BYTES, near, i * BYTES.length())
                        .selectFrom(ByteVector.fromArray(BYTES, row, offset + base[i]))
                        .reinterpretAsLongs().intoArray(out, done);
                done += LANES;
            }
        }
        for (int i = done; i < index.length; i++) {
            out[i] = (long) LONG.get(row, offset + index[i]);
        }
    }

    /**
     * Reads a byte of each cache line: many loads are under way at a time then, but few while pixels are computed,
     * and a large image comes from memory.
     */
    private static int touch(byte[] row, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i += CACHE_LINE) {
            sum += row[i];
        }
        return sum;
    }

    /** Takes them of a row of ints. */
    void of(int[] row, int offset, long[] out) {
        for (int i = 0; i < index.length; i++) {
            int at = offset + index[i];
            out[i] = row[at] & 0xffffff | (long) row[at + next] << 24;
        }
    }
}
