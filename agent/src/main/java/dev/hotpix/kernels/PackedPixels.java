package dev.hotpix.kernels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Conversion between rows of {@link PixelLayout#BGR} bytes and rows of ints, four bytes at a time: the VM does
 * not make one access of three byte accesses by itself.
 */
final class PackedPixels {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int COLORS = 0xffffff;

    private PackedPixels() {
    }

    /**
     * Reads BGR pixels.
     *
     * @param alpha what the high byte of each int becomes, in place: 0 or 0xff000000
     */
    static void fromBgr(byte[] in, int inOffset, int[] out, int outOffset, int count, int alpha) {
        // The last pixel has no fourth byte to read.
        int last = count - 1;
        for (int i = 0; i < last; i++) {
            out[outOffset + i] = (int) INT.get(in, inOffset + 3 * i) & 0xffffff | alpha;
        }
        int o = inOffset + 3 * last;
        out[outOffset + last] = in[o] & 0xff | (in[o + 1] & 0xff) << 8 | (in[o + 2] & 0xff) << 16 | alpha;
    }

    /** Reads ABGR pixels. */
    static void fromAbgr(byte[] in, int inOffset, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Integer.rotateRight((int) INT.get(in, inOffset + 4 * i), 8);
        }
    }

    /** Writes ABGR pixels. */
    static void toAbgr(int[] in, byte[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            INT.set(out, outOffset + 4 * i, Integer.rotateLeft(in[i], 8));
        }
    }

    /** Writes BGR pixels; the high byte of each int is ignored. */
    static void toBgr(int[] in, int inOffset, byte[] out, int outOffset, int count) {
        int i = 0;
        int o = outOffset;
        for (; i + 4 <= count; i += 4, o += 12) {
            int p1 = in[inOffset + i + 1];
            int p2 = in[inOffset + i + 2];
            INT.set(out, o, in[inOffset + i] & 0xffffff | p1 << 24);
            INT.set(out, o + 4, p1 >>> 8 & 0xffff | p2 << 16);
            INT.set(out, o + 8, p2 >>> 16 & 0xff | in[inOffset + i + 3] << 8);
        }
        for (; i < count; i++, o += 3) {
            int p = in[inOffset + i];
            out[o] = (byte) p;
            out[o + 1] = (byte) (p >> 8);
            out[o + 2] = (byte) (p >> 16);
        }
    }

    /** Writes BGR pixels; of each long only the low 24 bits count. */
    static void toBgr(long[] in, int inOffset, byte[] out, int outOffset, int count) {
        int end = inOffset + count;
        int i = inOffset;
        int o = outOffset;
        for (; i + 4 <= end; i += 4, o += 12) {
            long p2 = in[i + 2] & COLORS;
            LONG.set(out, o, in[i] & COLORS | (in[i + 1] & COLORS) << 24 | p2 << 48);
            INT.set(out, o + 8, (int) (p2 >>> 16) | (int) in[i + 3] << 8);
        }
        for (; i < end; i++, o += 3) {
            int p = (int) in[i];
            out[o] = (byte) p;
            out[o + 1] = (byte) (p >> 8);
            out[o + 2] = (byte) (p >> 16);
        }
    }

    /** Writes pixels as ints; of each long only the low 24 bits count. */
    static void toInts(long[] in, int[] out, int outOffset, int count, int alpha) {
        for (int i = 0; i < count; i++) {
            out[outOffset + i] = (int) in[i] & COLORS | alpha;
        }
    }
}
