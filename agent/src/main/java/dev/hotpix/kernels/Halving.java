package dev.hotpix.kernels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bilinear scaling to exactly one half: each pixel is {@code (a + b + c + d + 2) >> 2} of a square of four. May
 * be done in place, to the same origin: every row and pixel is read before its place is written.
 */
final class Halving implements Interpolation {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN = 0x00ff_00ff_00ffL;

    @Override
    public void scale(PixelArea source, PixelArea destination, ScaleAxis x, ScaleAxis y) {
        int width = x.length();
        RowOutput out = new RowOutput(destination, 0, width);
        SourceRows rows = new SourceRows(source);
        for (int i = 0; i < y.length(); i++) {
            if (source.layout().isInt()) {
                halve(source.ints(), source.rowOffset(2 * i), source.rowOffset(2 * i + 1), width, out.pixels(),
                        out.alpha());
            } else {
                rows.select(2 * i, 2 * i + 1);
                halve(rows.first(), rows.firstOffset(), rows.second(), rows.secondOffset(), width, out.pixels(),
                        out.alpha());
            }
            out.write(i);
        }
    }

    private static void halve(
            byte[] a, int aOffset, byte[] b, int bOffset, int width, int[] out, int alpha) {
        for (int i = 0; i < width; i++) {
            long upper = (long) LONG.get(a, aOffset + 6 * i);
            long lower = (long) LONG.get(b, bOffset + 6 * i);
            // Blue and red of the left pixels and green of the right ones, 16 bits each; and the other way round.
            long even = (upper & EVEN) + (lower & EVEN);
            long odd = (upper >>> 8 & EVEN) + (lower >>> 8 & EVEN);
            int redBlue = (int) even + (int) (odd >>> 16) + 0x20002 >>> 2;
            int green = ((int) odd & 0xffff) + (int) (even >>> 32) + 2;
            out[i] = alpha | redBlue & 0xff00ff | green << 6 & 0xff00;
        }
    }

    private static void halve(int[] in, int aOffset, int bOffset, int width, int[] out, int alpha) {
        for (int i = 0; i < width; i++) {
            int p = in[aOffset + 2 * i];
            int q = in[aOffset + 2 * i + 1];
            int r = in[bOffset + 2 * i];
            int s = in[bOffset + 2 * i + 1];
            int redBlue = (p & 0xff00ff) + (q & 0xff00ff) + (r & 0xff00ff) + (s & 0xff00ff) + 0x20002 >>> 2;
            int green = (p >>> 8 & 0xff) + (q >>> 8 & 0xff) + (r >>> 8 & 0xff) + (s >>> 8 & 0xff) + 2;
            out[i] = alpha | redBlue & 0xff00ff | green << 6 & 0xff00;
        }
    }
}
