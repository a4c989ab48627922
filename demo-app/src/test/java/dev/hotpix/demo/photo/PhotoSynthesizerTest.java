package dev.hotpix.demo.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PhotoSynthesizerTest {

    private static final int SIDE = 512;

    @Test
    void sameSeedSamePixels() {
        assertArrayEquals(
                samples(new PhotoSynthesizer(7).color(203, 101)), samples(new PhotoSynthesizer(7).color(203, 101)));
        assertFalse(Arrays.equals(
                samples(new PhotoSynthesizer(7).color(203, 101)), samples(new PhotoSynthesizer(8).color(203, 101))));
    }

    @Test
    void anySizeWorks() {
        for (int[] size : new int[][] {{1, 1}, {1, 9}, {17, 2}, {333, 64}}) {
            BufferedImage image = new PhotoSynthesizer(1).gray(size[0], size[1]);
            assertEquals(size[0] * size[1], samples(image).length);
        }
    }

    @Test
    void spectrumFallsAsInPhotographs() {
        double slope = spectralSlope(new PhotoSynthesizer(3).gray(SIDE, SIDE));
        // Power over frequency along a row: about -2 in photographs; flat noise has 0, a gradient has far less.
        assertTrue(slope < -1.0 && slope > -2.8, "slope " + slope);
    }

    @Test
    void usesTheRangeWithoutMuchClipping() {
        byte[] samples = samples(new PhotoSynthesizer(3).color(SIDE, SIDE));
        double mean = 0;
        double squares = 0;
        int clipped = 0;
        for (byte sample : samples) {
            int value = sample & 0xFF;
            mean += value;
            squares += (double) value * value;
            clipped += value == 0 || value == 255 ? 1 : 0;
        }
        mean /= samples.length;
        double deviation = Math.sqrt(squares / samples.length - mean * mean);
        assertTrue(mean > 80 && mean < 175, "mean " + mean);
        assertTrue(deviation > 25 && deviation < 80, "deviation " + deviation);
        assertTrue(clipped < samples.length / 20, "clipped " + clipped);
    }

    private static byte[] samples(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** Least squares slope of log power over log frequency, rows windowed so that their ends do not add edges. */
    private static double spectralSlope(BufferedImage image) {
        int highest = SIDE / 4;
        double[] power = new double[highest];
        byte[] samples = samples(image);
        for (int row = 0; row < SIDE; row += 4) {
            for (int frequency = 2; frequency < highest; frequency++) {
                double re = 0;
                double im = 0;
                for (int x = 0; x < SIDE; x++) {
                    double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * x / SIDE);
                    double value = ((samples[row * SIDE + x] & 0xFF) - 128) * window;
                    re += value * Math.cos(2 * Math.PI * frequency * x / SIDE);
                    im += value * Math.sin(2 * Math.PI * frequency * x / SIDE);
                }
                power[frequency] += re * re + im * im;
            }
        }
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int frequency = 2; frequency < highest; frequency++) {
            double weight = 1.0 / frequency; // each octave counts alike
            double x = Math.log(frequency);
            double y = Math.log(power[frequency]);
            n += weight;
            sumX += weight * x;
            sumY += weight * y;
            sumXx += weight * x * x;
            sumXy += weight * x * y;
        }
        return (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    }
}
