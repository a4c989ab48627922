package dev.hotpix.demo.photo;

import java.util.ArrayList;
import java.util.List;

/** A sum of noise octaves whose strength falls with frequency as it does in photographs. */
final class NoisePlane {

    // At 1, every octave has the same variance: amplitude 1/f. Lenses and demosaicing soften real photos further.
    private static final float FALL_PER_OCTAVE = 0.87f;

    private final List<NoiseOctave> octaves = new ArrayList<>();

    /** @param finest the smallest detail in pixels, a power of two; colour varies more slowly than brightness */
    NoisePlane(int width, int height, int finest, float amplitude, long seed) {
        int coarsest = Math.max(finest, Integer.highestOneBit(Math.max(width, height) / 2));
        float strength = amplitude;
        for (int cell = coarsest; cell >= finest; cell /= 2) {
            octaves.add(new NoiseOctave(width, cell, strength, seed ^ (long) cell << 40));
            strength *= FALL_PER_OCTAVE;
        }
    }

    void addTo(float[] row, int y) {
        for (NoiseOctave octave : octaves) {
            octave.addTo(row, y);
        }
    }
}
