package dev.hotpix.redirect.jpeg.probe;

/**
 * Marsaglia's 64-bit xorshift. Written out because the probe images must be the same bytes on
 * every JVM forever, and a seed must mean the same image to whoever reproduces a report.
 */
final class Xorshift {

    private long state;

    Xorshift(long seed) {
        // Spread small seeds over all bits; the one state that xorshift never leaves is zero.
        long spread = (seed + 1) * 0x9E3779B97F4A7C15L;
        state = spread == 0 ? 1 : spread;
        for (int i = 0; i < 4; i++) {
            next();
        }
    }

    private long next() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }

    /** Uniform enough in 0 until {@code bound}; the top bits are the better ones. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    boolean flip() {
        return next() < 0;
    }
}
