package dev.hotpix.demo.photo;

import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/** The outline of a chain of hills: sines whose strength falls with frequency, rougher the nearer they are. */
final class RidgeLine {

    private static final int WAVES = 9;

    private final double[] frequency = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final double[] strength = new double[WAVES];
    private final double base;
    private final double height;

    /**
     * @param base the mean height above which it rises, in pixels from above
     * @param height how high it rises, in pixels
     * @param fall how much weaker each wave is than the one before: 0.3 for dunes, 0.6 for rock
     */
    RidgeLine(double base, double height, double fall, SplittableRandom random) {
        this.base = base;
        this.height = height;
        double amplitude = 1;
        for (int i = 0; i < WAVES; i++) {
            frequency[i] = (1 << i) * (0.7 + 0.6 * random.nextDouble());
            phase[i] = random.nextDouble() * 2 * Math.PI;
            strength[i] = amplitude;
            amplitude *= fall;
        }
    }

    /** @param x 0 to 1 from left to right */
    double y(double x) {
        double sum = 0;
        for (int i = 0; i < WAVES; i++) {
            // A folded sine has the sharp tops of mountains in its low waves.
            double wave = Math.sin(2 * Math.PI * frequency[i] * x + phase[i]);
            sum += strength[i] * (i < 3 ? 1 - 2 * Math.abs(wave) : wave);
        }
        return base - height * 0.5 * sum;
    }

    Path2D area(int width, int bottom) {
        Path2D area = new Path2D.Double();
        area.moveTo(0, bottom);
        int step = Math.max(1, width / 1600);
        for (int x = 0; x < width + step; x += step) {
            area.lineTo(x, y((double) x / width));
        }
        area.lineTo(width, bottom);
        area.closePath();
        return area;
    }
}
