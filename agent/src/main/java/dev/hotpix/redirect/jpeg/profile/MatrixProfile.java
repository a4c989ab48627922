package dev.hotpix.redirect.jpeg.profile;

import java.nio.ByteBuffer;

/**
 * What an ICC profile of the three-component matrix model (ICC.1:2010, annex F) says: a curve per channel, and
 * a matrix from linear RGB to XYZ. Profiles come with files and are not trusted.
 */
final class MatrixProfile {

    private static final int TAG_COUNT = 128;
    private static final int TAG_SIZE = 12;
    private static final int MOST_TAGS = 100;

    private final int[][] curves;
    private final double[][] toXyz;

    private MatrixProfile(int[][] curves, double[][] toXyz) {
        this.curves = curves;
        this.toXyz = toXyz;
    }

    /**
     * Reads a profile.
     *
     * @return null if it is not of this model, or damaged
     */
    static MatrixProfile of(byte[] profile) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(profile);
            int[][] curves = new int[3][];
            double[][] toXyz = new double[3][3];
            for (int channel = 0; channel < 3; channel++) {
                char letter = "rgb".charAt(channel);
                ByteBuffer curve = tag(bytes, letter + "TRC");
                ByteBuffer colorant = tag(bytes, letter + "XYZ");
                // A table takes precedence over curves and matrix.
                if (curve == null || colorant == null || tag(bytes, "A2B" + channel) != null) {
                    return null;
                }
                curves[channel] = ToneCurve.values(curve);
                if (curves[channel] == null) {
                    return null;
                }
                for (int row = 0; row < 3; row++) {
                    toXyz[row][channel] = colorant.getInt(8 + 4 * row) / 65536.0;
                }
            }
            return new MatrixProfile(curves, toXyz);
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return null;
        }
    }

    /**
     * What each 8-bit sample of each channel adds to the luminance of a colour, in half units: those of the numbers with
     * which colour engines write XYZ.
     *
     * @return null if the profile is not of this model, or damaged
     */
    static double[][] luminance(byte[] profile) {
        try {
            double[][] luminance = new double[3][256];
            for (int channel = 0; channel < 3; channel++) {
                char letter = "rgb".charAt(channel);
                ByteBuffer curve = tag(ByteBuffer.wrap(profile), letter + "TRC");
                ByteBuffer colorant = tag(ByteBuffer.wrap(profile), letter + "XYZ");
                float[] light = curve == null || colorant == null ? null : ToneCurve.light(curve);
                if (light == null) {
                    return null;
                }
                double weight = colorant.getInt(12) / 65536.0 * (1 / (1 + 32767 / 32768.0));
                for (int sample = 0; sample < 256; sample++) {
                    luminance[channel][sample] = light[sample] * weight;
                    if (!(luminance[channel][sample] >= 0)) {
                        return null;
                    }
                }
            }
            return luminance;
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return null;
        }
    }

    private static ByteBuffer tag(ByteBuffer profile, String name) {
        int signature = 0;
        for (int i = 0; i < 4; i++) {
            signature = signature << 8 | name.charAt(i);
        }
        int tags = Math.min(profile.getInt(TAG_COUNT), MOST_TAGS);
        for (int i = 0; i < tags; i++) {
            int entry = TAG_COUNT + 4 + TAG_SIZE * i;
            if (profile.getInt(entry) == signature) {
                int offset = profile.getInt(entry + 4);
                ByteBuffer from = profile.duplicate();
                from.limit(Math.addExact(offset, profile.getInt(entry + 8))).position(offset);
                return from.slice();
            }
        }
        return null;
    }

    /** Linear light of the 256 samples of each channel, {@link ToneCurve#ONE} for 1. */
    int[][] curves() {
        return curves;
    }

    /**
     * The matrix from this profile's linear RGB to another's, rounded to {@link ToneCurve#ONE} for 1.
     *
     * @return rows of the result's channels; null if it would be of no use with 8-bit samples
     */
    int[][] matrixTo(MatrixProfile other) {
        double[][] fromXyz = inverse(other.toXyz);
        int[][] matrix = new int[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += fromXyz[row][i] * toXyz[i][column];
                }
                // Written so that it is true for what is not a number, too.
                if (!(Math.abs(sum) <= 3)) {
                    return null;
                }
                matrix[row][column] = (int) Math.floor(sum * ToneCurve.ONE + 0.5);
            }
        }
        return matrix;
    }

    private static double[][] inverse(double[][] m) {
        double[][] cofactors = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int r1 = (row + 1) % 3;
                int r2 = (row + 2) % 3;
                int c1 = (column + 1) % 3;
                int c2 = (column + 2) % 3;
                cofactors[row][column] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
            }
        }
        double determinant = 0;
        for (int column = 0; column < 3; column++) {
            determinant += m[0][column] * cofactors[0][column];
        }
        double[][] inverse = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                inverse[column][row] = cofactors[row][column] / determinant;
            }
        }
        return inverse;
    }
}
