package dev.hotpix.demo.photo;

import java.util.SplittableRandom;

/** Sharp-edged discs and boxes of different brightness: what noise alone lacks. */
final class Edges {

    private static final int SHAPES = 60;

    private final int[] centreX = new int[SHAPES];
    private final int[] centreY = new int[SHAPES];
    private final int[] radius = new int[SHAPES];
    private final float[] brightness = new float[SHAPES];

    Edges(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int largest = Math.max(2, Math.min(width, height) / 5);
        for (int i = 0; i < SHAPES; i++) {
            centreX[i] = random.nextInt(width);
            centreY[i] = random.nextInt(height);
            // Squared: many small things, few large ones.
            double size = random.nextDouble();
            radius[i] = 1 + (int) (largest * size * size);
            brightness[i] = random.nextInt(-40, 41);
        }
    }

    void addTo(float[] row, int y) {
        for (int i = 0; i < SHAPES; i++) {
            int distance = Math.abs(y - centreY[i]);
            if (distance > radius[i]) {
                continue;
            }
            boolean disc = i % 3 != 0;
            int half = disc
                    ? (int) Math.sqrt((double) radius[i] * radius[i] - (double) distance * distance)
                    : radius[i];
            int end = Math.min(row.length, centreX[i] + half + 1);
            for (int x = Math.max(0, centreX[i] - half); x < end; x++) {
                row[x] += brightness[i];
            }
        }
    }
}
