package dev.hotpix.kernels;

/**
 * One axis of an interpolated scale: between which source samples each destination position lies. The JDK's
 * software loops step through the source in 32.32 fixed point from the centre of the first destination pixel;
 * so does this.
 */
public final class ScaleAxis {

    /** Source positions beyond this are computed by the JDK in another way. */
    private static final double LIMIT = 1 << 30;
    private static final double ONE = 4294967296.0;
    private static final long HALF = 1L << 31;

    private final int size;
    private final int from;
    private final int to;
    private final long step;
    private final int[] floor;
    private final short[] fraction;

    private ScaleAxis(int size, int from, int to, long step, int[] floor, short[] fraction) {
        this.size = size;
        this.from = from;
        this.to = to;
        this.step = step;
        this.floor = floor;
        this.fraction = fraction;
    }

    /**
     * The axis on which destination position {@code d} (a pixel's centre is at its index plus one half) is at
     * source position {@code scale * d + translation}.
     *
     * @param scale source pixels per destination pixel, negative for a flip
     * @param first the first destination index that may be written: the JDK steps from there
     * @param count destination indices that may be written, at least 1
     * @param size source pixels, at least 1
     * @return null if positions are so far outside the source that the JDK computes them in another way
     */
    public static ScaleAxis of(double scale, double translation, int first, int count, int size) {
        double begin = scale * (first + 0.5) + translation;
        double end = scale * (first + count - 0.5) + translation;
        if (!(Math.abs(begin) < LIMIT && Math.abs(end) < LIMIT && Math.abs(scale) < LIMIT)) {
            return null;
        }
        long base = (long) (begin * ONE);
        long step = (long) (scale * ONE);
        int from = 0;
        int to = count;
        while (from < to && isOutside(base + from * step, size)) {
            from++;
        }
        while (from < to && isOutside(base + (to - 1) * step, size)) {
            to--;
        }
        int[] floor = new int[to - from];
        short[] fraction = new short[to - from];
        for (int i = from; i < to; i++) {
            long sample = base + i * step - HALF;
            floor[i - from] = (int) (sample >> 32);
            fraction[i - from] = (short) (sample >>> 24 & 0xff);
        }
        return new ScaleAxis(size, from, to, step, floor, fraction);
    }

    private static boolean isOutside(long position, int size) {
        int whole = (int) (position >> 32);
        return whole < 0 || whole >= size;
    }

    /** The first position written, counted from the first that may be. */
    public int from() {
        return from;
    }

    /** One more than the last position written. */
    public int to() {
        return to;
    }

    /** Positions written. */
    int length() {
        return to - from;
    }

    /** Source pixels. */
    int size() {
        return size;
    }

    /** The source pixel before or at the i-th position written: -1 to size-1. */
    int floor(int i) {
        return floor[i];
    }

    /** How far the i-th position written lies behind that pixel: 0 to 255 in 1/256 pixel. */
    int fraction(int i) {
        return fraction[i];
    }

    /** The nearest source pixel to an index that may be outside the source. */
    int clamp(int index) {
        return Math.max(0, Math.min(index, size - 1));
    }

    /** Source pixels per destination pixel, in 1/2^32. */
    long step() {
        return Math.abs(step);
    }

    /** Whether position i lies in the middle between source pixels 2i and 2i+1, for all i. */
    public boolean isHalving() {
        int n = length();
        return step == 1L << 33 && n > 0 && floor[0] == 0 && fraction[0] == 128 && 2 * n <= size && from == 0;
    }
}
