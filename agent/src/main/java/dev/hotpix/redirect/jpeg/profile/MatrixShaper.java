package dev.hotpix.redirect.jpeg.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A conversion of 8-bit RGB by tables. A channel of the result is {@code curve[(p[r] + q[g] + s[b]) >> 14]}: the
 * products of the matrix with linear light, looked up, and the curve of the result. This is how colour engines
 * compute matrix profiles for 8-bit samples; {@link ShaperProof} finds out whether this JVM's does. Immutable,
 * about 60 KB.
 */
final class MatrixShaper {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Eight pixels: as many as make whole longs. */
    private static final int GROUP = 24;

    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGH_BITS = ~LOW_BITS;
    private static final long ONES = 0x0101010101010101L;
    private static final int FRACTION = 14;
    private static final long LOW_HALF = 0xFFFFFFFFL;

    private final long[] redToRedGreen = new long[256];
    private final long[] greenToRedGreen = new long[256];
    private final long[] blueToRedGreen = new long[256];
    private final int[][] products;
    private final byte[] redCurve;
    private final byte[] greenCurve;
    private final byte[] blueCurve;
    private final boolean mostlyUnchanged;
    private final boolean onlyRedChanges;
    private final long[] toHighBit = new long[3];
    private final long[] unchanging = new long[3];
    private final long greenToHighBit;
    private final long anyGreen;

    /**
     * @param products {@code [3 * to + from][sample]}: what a sample of a channel adds to a channel of the
     *     result, in units of 2^-14; no sum of three is negative
     * @param curves for each channel of the result, by whole units of the sum
     * @param lastChanged for each channel, the largest sample that any colour has changed; -1 for none
     * @param leastGreen the smallest green of all colours whose red is changed
     */
    MatrixShaper(int[][] products, byte[][] curves, int[] lastChanged, int leastGreen) {
        this.products = products;
        for (int sample = 0; sample < 256; sample++) {
            redToRedGreen[sample] = pair(products[0][sample], products[3][sample]);
            greenToRedGreen[sample] = pair(products[1][sample], products[4][sample]);
            blueToRedGreen[sample] = pair(products[2][sample], products[5][sample]);
        }
        redCurve = curves[0];
        greenCurve = curves[1];
        blueCurve = curves[2];
        mostlyUnchanged = Math.max(lastChanged[0], Math.max(lastChanged[1], lastChanged[2])) < 127;
        onlyRedChanges = lastChanged[1] < 0 && lastChanged[2] < 0;
        // Without knowledge, or beyond what the high bit can tell, every green counts.
        int green = onlyRedChanges ? Math.min(leastGreen, 128) : 0;
        greenToHighBit = (0x80L - green) * ONES;
        anyGreen = green == 0 ? -1 : 0;
        for (int i = 0; i < GROUP; i++) {
            int last = lastChanged[2 - i % 3];
            int shift = i % 8 * 8;
            if (last < 0) {
                unchanging[i / 8] |= 0x80L << shift;
            } else if (mostlyUnchanged) {
                toHighBit[i / 8] |= (0x7FL - last) << shift;
            }
        }
    }

    /** Two sums at once. A borrow from the upper half is undone when the three are summed up. */
    private static long pair(int low, int high) {
        return ((long) high << 32) + low;
    }

    /** Converts pixels of three neighbouring samples, blue first, in place. */
    void convertBgr(byte[] samples, int offset, int pixels) {
        int end = offset + 3 * pixels;
        if (mostlyUnchanged) {
            convertFew(samples, offset, end);
        } else {
            convertAll(samples, offset, end);
        }
    }

    /**
     * Finds the groups with a sample that could change: a high bit is unset where one is at or below the limit.
     * With the profiles that are called sRGB only dark reds change, and only under bright greens, which photos
     * hardly have: then the next byte up is red's where the green is not below its own limit.
     */
    private void convertFew(byte[] samples, int from, int end) {
        long to0 = toHighBit[0];
        long to1 = toHighBit[1];
        long to2 = toHighBit[2];
        long not0 = unchanging[0];
        long not1 = unchanging[1];
        long not2 = unchanging[2];
        long toGreen = greenToHighBit;
        long orAny = anyGreen;
        int at = from;
        for (; at <= end - GROUP; at += GROUP) {
            long first = (long) LONG.get(samples, at);
            long second = (long) LONG.get(samples, at + 8);
            long third = (long) LONG.get(samples, at + 16);
            long green0 = ~((first & LOW_BITS) + toGreen | first | orAny);
            long green1 = ~((second & LOW_BITS) + toGreen | second | orAny);
            long green2 = ~((third & LOW_BITS) + toGreen | third | orAny);
            long high = ((first & LOW_BITS) + to0 | first | not0 | green0 << 8)
                    & ((second & LOW_BITS) + to1 | second | not1 | green1 << 8 | green0 >>> 56)
                    & ((third & LOW_BITS) + to2 | third | not2 | green2 << 8);
            if ((high & HIGH_BITS) != HIGH_BITS) {
                convertSome(samples, at, at + GROUP);
            }
        }
        convertSome(samples, at, end);
    }

    private void convertSome(byte[] samples, int from, int end) {
        if (!onlyRedChanges) {
            convertAll(samples, from, end);
            return;
        }
        int[] ofRed = products[0];
        int[] ofGreen = products[1];
        int[] ofBlue = products[2];
        for (int at = from; at < end; at += 3) {
            int sum = ofRed[samples[at + 2] & 255] + ofGreen[samples[at + 1] & 255] + ofBlue[samples[at] & 255];
            samples[at + 2] = redCurve[sum >>> FRACTION];
        }
    }

    private void convertAll(byte[] samples, int from, int end) {
        long[] ofRed = redToRedGreen;
        long[] ofGreen = greenToRedGreen;
        long[] ofBlue = blueToRedGreen;
        int[] redToBlue = products[6];
        int[] greenToBlue = products[7];
        int[] blueToBlue = products[8];
        byte[] toRed = redCurve;
        byte[] toGreen = greenCurve;
        byte[] toBlue = blueCurve;
        for (int at = from; at < end; at += 3) {
            int blue = samples[at] & 255;
            int green = samples[at + 1] & 255;
            int red = samples[at + 2] & 255;
            long redGreen = ofRed[red] + ofGreen[green] + ofBlue[blue];
            int sum = redToBlue[red] + greenToBlue[green] + blueToBlue[blue];
            samples[at] = toBlue[sum >>> FRACTION];
            samples[at + 1] = toGreen[(int) (redGreen >>> 32 + FRACTION)];
            samples[at + 2] = toRed[(int) ((redGreen & LOW_HALF) >>> FRACTION)];
        }
    }
}
