package dev.hotpix.redirect.jpeg.profile;

import java.nio.ByteBuffer;

/**
 * A tone reproduction curve of an ICC profile: the tag types {@code curv} and {@code para} of ICC.1:2010,
 * sections 10.5 and 10.15, from device values to linear light.
 */
final class ToneCurve {

    /** One, in the 1.14 fixed point of colour engines that work on 8-bit samples. */
    static final int ONE = 1 << 14;

    private static final int CURVE = 0x63757276;
    private static final int PARAMETRIC = 0x70617261;
    private static final int HEADER = 12;
    private static final int[] PARAMETERS = {1, 3, 4, 5, 7};
    private static final int FULL = 0xFFFF;

    /** Beyond this a curve is of no use with 8-bit samples, and products would overflow. */
    private static final int LIMIT = 2 * ONE;

    private ToneCurve() {
    }

    /**
     * Evaluates a curve for all 8-bit samples.
     *
     * @param tag the tag's bytes; what it says is not trusted
     * @return 256 values of linear light, {@link #ONE} for 1; null if the curve is of another type or out of range
     * @throws IndexOutOfBoundsException if the tag is shorter than it says
     */
    static int[] values(ByteBuffer tag) {
        float[] light = light(tag);
        int[] values = new int[256];
        for (int sample = 0; light != null && sample < values.length; sample++) {
            double fixed = Math.floor((double) light[sample] * ONE + 0.5);
            if (!(fixed >= -LIMIT && fixed <= LIMIT)) {
                return null;
            }
            values[sample] = (int) fixed;
        }
        return light == null ? null : values;
    }

    /**
     * The same as numbers, 1 for full light.
     *
     * @return null if the curve is of another type
     */
    static float[] light(ByteBuffer tag) {
        int type = tag.getInt(0);
        if (type != CURVE && type != PARAMETRIC) {
            return null;
        }
        double[] parameters = type == PARAMETRIC ? parameters(tag) : null;
        if (type == PARAMETRIC && parameters == null) {
            return null;
        }
        float[] light = new float[256];
        for (int sample = 0; sample < light.length; sample++) {
            float x = (float) (sample / 255.0);
            light[sample] = (float) (type == CURVE ? curve(tag, x) : parametric(tag.getShort(8), parameters, x));
        }
        return light;
    }

    /** No points: the identity; one: a gamma in 8.8 fixed point; more: 16-bit samples at equal distances. */
    private static double curve(ByteBuffer tag, float x) {
        int points = tag.getInt(8);
        if (points == 0) {
            return x;
        }
        if (points == 1) {
            return (float) Math.pow(x, point(tag, 0) / 256.0);
        }
        int input = (int) Math.floor(x * (double) FULL + 0.5);
        if (input == FULL) {
            return (float) (point(tag, points - 1) / (double) FULL);
        }
        // The position in 16.16 fixed point, as engines interpolate tables of 16-bit samples.
        long product = (long) (points - 1) * input;
        long position = product + (product + 0x7FFF) / FULL;
        int below = point(tag, (int) (position >> 16));
        int above = point(tag, (int) (position >> 16) + 1);
        int value = below + (int) (((above - below) * (position & FULL) + 0x8000) >> 16);
        return (float) (value / (double) FULL);
    }

    private static int point(ByteBuffer tag, int index) {
        return tag.getShort(HEADER + 2 * index) & FULL;
    }

    private static double[] parameters(ByteBuffer tag) {
        int function = tag.getShort(8);
        if (function < 0 || function >= PARAMETERS.length) {
            return null;
        }
        double[] parameters = new double[PARAMETERS[PARAMETERS.length - 1]];
        for (int i = 0; i < PARAMETERS[function]; i++) {
            parameters[i] = tag.getInt(HEADER + 4 * i) / 65536.0;
        }
        return parameters;
    }

    /** The functions of ICC.1:2010, table 65, with the parameters g, a, b, c, d, e, f. */
    private static double parametric(int function, double[] p, double x) {
        switch (function) {
            case 0:
                return power(x, p[0]);
            case 1:
                return p[1] * x + p[2] >= 0 ? power(p[1] * x + p[2], p[0]) : 0;
            case 2:
                return (p[1] * x + p[2] >= 0 ? power(p[1] * x + p[2], p[0]) : 0) + p[3];
            case 3:
                return x >= p[4] ? power(p[1] * x + p[2], p[0]) : p[3] * x;
            default:
                return x >= p[4] ? power(p[1] * x + p[2], p[0]) + p[5] : p[3] * x + p[6];
        }
    }

    private static double power(double base, double exponent) {
        return base > 0 ? Math.pow(base, exponent) : 0;
    }
}
