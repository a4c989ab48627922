package dev.hotpix.demo.photo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Pictures that are good to look at and, by the noise of {@link PhotoSynthesizer}'s kind laid over them, about as hard
 * to decode as photographs; the same for the same seed.
 */
public final class Landscape {

    private static final int RIDGES = 6;
    private static final double HORIZON = 0.52;
    private static final double SHORE = 0.74;

    private final Palette palette;
    private final int width;
    private final int height;
    private final long seed;

    private Landscape(Palette palette, int width, int height, long seed) {
        this.palette = palette;
        this.width = width;
        this.height = height;
        this.seed = seed;
    }

    /** A picture of type {@code TYPE_3BYTE_BGR}. */
    public static BufferedImage paint(Palette palette, int width, int height, long seed) {
        return new Landscape(palette, width, height, seed).paint();
    }

    private BufferedImage paint() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        SplittableRandom random = new SplittableRandom(seed);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sky(g, random);
        g.dispose();
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        clouds(samples);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ridges(g, random);
        g.dispose();
        if (palette.hasLake()) {
            lake(samples, random);
        }
        grain(samples);
        return image;
    }

    private void sky(Graphics2D g, SplittableRandom random) {
        g.setPaint(new LinearGradientPaint(0, 0, 0, (float) (height * 0.66),
                new float[] {0, 0.55f, 1}, palette.skyColors()));
        g.fillRect(0, 0, width, height);
        if (palette.isNight()) {
            stars(g, random);
        }
        Point2D centre = new Point2D.Double(width * palette.sunX(), height * palette.sunY());
        Color sun = palette.sun();
        float glow = height * 0.62f;
        g.setPaint(new RadialGradientPaint(centre, glow, new float[] {0, 0.12f, 0.4f, 1},
                new Color[] {alpha(sun, 235), alpha(sun, 120), alpha(sun, 42), alpha(sun, 0)}));
        g.fillRect(0, 0, width, height);
        double radius = Math.min(width, height) * 0.042;
        g.setPaint(sun);
        g.fill(new Ellipse2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius));
    }

    private void stars(Graphics2D g, SplittableRandom random) {
        double unit = height / 1500.0;
        for (int i = 0; i < 420; i++) {
            double size = unit * (0.8 + 3.2 * Math.pow(random.nextDouble(), 6));
            g.setColor(new Color(255, 255, 255, 50 + random.nextInt(190)));
            g.fill(new Ellipse2D.Double(random.nextDouble() * width,
                    Math.pow(random.nextDouble(), 1.3) * height * HORIZON, size, size));
        }
    }

    /** Noise above a threshold, in the colour of the horizon, densest in the middle of the sky. */
    private void clouds(byte[] samples) {
        NoisePlane noise = new NoisePlane(width, height, 2, 40, seed + 11);
        Color light = Palette.mix(palette.sun(), palette.skyColors()[2], 0.35);
        float[] row = new float[width];
        int end = (int) (height * HORIZON * 1.2);
        for (int y = 0; y < end; y++) {
            Arrays.fill(row, 0);
            noise.addTo(row, y);
            double place = (double) y / end;
            double strength = (palette.isNight() ? 0.18 : 0.62) * Math.sin(Math.PI * Math.min(1, place * 1.15));
            int at = y * width * 3;
            for (int x = 0; x < width; x++, at += 3) {
                double cover = Math.max(0, Math.min(1, (row[x] - 8) / 90)) * strength;
                samples[at] = blend(samples[at], light.getBlue(), cover);
                samples[at + 1] = blend(samples[at + 1], light.getGreen(), cover);
                samples[at + 2] = blend(samples[at + 2], light.getRed(), cover);
            }
        }
    }

    private void ridges(Graphics2D g, SplittableRandom random) {
        double fall = palette == Palette.DESERT ? 0.34 : 0.52;
        for (int i = 0; i < RIDGES; i++) {
            double nearness = (double) i / (RIDGES - 1);
            double base = height * (HORIZON + (1.02 - HORIZON) * Math.pow(nearness, 1.25));
            RidgeLine line = new RidgeLine(base, height * (0.10 + 0.05 * nearness), fall, random.split());
            Color top = palette.ridge(nearness);
            Color foot = Palette.mix(top, palette.skyColors()[2], 0.34 * (1 - nearness));
            g.setPaint(new GradientPaint(0, (float) (base - height * 0.1), top,
                    0, (float) (base + height * 0.16), foot));
            g.fill(line.area(width, height));
            if (i >= 3 && palette != Palette.DESERT) {
                trees(g, line, nearness, random.split());
            }
        }
    }

    private void trees(Graphics2D g, RidgeLine line, double nearness, SplittableRandom random) {
        double size = height * (0.012 + 0.05 * nearness * nearness);
        int count = (int) (1.4 * width / size);
        Color color = palette.ridge(Math.min(1, nearness + 0.05));
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble() * width;
            double foot = line.y(x / width) + size * 0.2;
            double tall = size * (0.6 + random.nextDouble());
            g.setColor(Palette.mix(color, Color.BLACK, 0.25 * random.nextDouble()));
            g.fill(spruce(x, foot, tall));
        }
    }

    private static Path2D spruce(double x, double foot, double tall) {
        Path2D tree = new Path2D.Double();
        tree.moveTo(x, foot - tall);
        double half = tall * 0.2;
        for (int side = 1; side >= -1; side -= 2) {
            for (int tier = 1; tier <= 4; tier++) {
                int t = side > 0 ? tier : 5 - tier;
                double y = foot - tall + tall * t / 4.0;
                double reach = side * half * t / 4.0;
                tree.lineTo(x + (side > 0 ? reach : reach * 0.5), side > 0 ? y : y - tall * 0.06);
                tree.lineTo(x + (side > 0 ? reach * 0.5 : reach), side > 0 ? y - tall * 0.06 : y);
            }
        }
        tree.closePath();
        return tree;
    }

    /** What is above the shore, mirrored, darker, in rows that waver. */
    private void lake(byte[] samples, SplittableRandom random) {
        int shore = (int) (height * SHORE);
        double phase = random.nextDouble() * 6;
        byte[] mirrored = new byte[width * 3];
        for (int y = shore; y < height; y++) {
            int depth = y - shore;
            int source = Math.max(0, shore - 1 - (int) (depth * 1.5));
            double share = (double) depth / (height - shore);
            double sway = width * 0.004 * share
                    * Math.sin(phase + 900.0 * Math.log1p(4 * share) / (6 + 30 * share)) + Math.sin(y * 0.9);
            for (int x = 0; x < width; x++) {
                int from = Math.floorMod(x + (int) Math.round(sway), width);
                System.arraycopy(samples, (source * width + from) * 3, mirrored, x * 3, 3);
            }
            Color water = palette.ridge(0.55);
            double dark = 0.22 + 0.35 * share;
            for (int x = 0, at = y * width * 3; x < width; x++, at += 3) {
                samples[at] = blend(mirrored[x * 3], water.getBlue(), dark);
                samples[at + 1] = blend(mirrored[x * 3 + 1], water.getGreen(), dark);
                samples[at + 2] = blend(mirrored[x * 3 + 2], water.getRed(), dark);
            }
        }
    }

    /** Texture on the ground and a little of a sensor's noise everywhere, and darker corners. */
    private void grain(byte[] samples) {
        NoisePlane noise = new NoisePlane(width, height, 2, 9, seed + 23);
        NoiseOctave sensor = new NoiseOctave(width, 1, 7, seed + 29);
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(row, 0);
            noise.addTo(row, y);
            scale(row, 0.16 + 0.55 * Math.max(0, Math.min(1, ((double) y / height - HORIZON) * 4)));
            sensor.addTo(row, y);
            double v = 2.0 * y / height - 1;
            for (int x = 0, at = y * width * 3; x < width; x++) {
                double u = 2.0 * x / width - 1;
                double light = 1 - 0.13 * (u * u + v * v);
                for (int band = 0; band < 3; band++, at++) {
                    samples[at] = clamp((samples[at] & 0xFF) * light + row[x]);
                }
            }
        }
    }

    private static void scale(float[] row, double factor) {
        for (int x = 0; x < row.length; x++) {
            row[x] *= (float) factor;
        }
    }

    private static Color alpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static byte blend(byte below, int above, double cover) {
        return clamp((below & 0xFF) * (1 - cover) + above * cover);
    }

    private static byte clamp(double value) {
        return (byte) Math.max(0, Math.min(255, (int) (value + 0.5)));
    }
}
