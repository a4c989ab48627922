package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.PixelLayout;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;

/** Tries area averaging: each operation is a production of pixels, which comes to the redirect by itself. */
final class AreaTrial implements KernelTrial.Work {

    private static final int OPERATIONS = 24;

    private final int type;
    private BufferedImage large;

    AreaTrial(PixelLayout layout) {
        type = TrialImages.type(layout);
    }

    @Override
    public boolean isSameAsStock(KernelTrial trial) {
        Random random = new Random(type);
        int before = trial.redirected();
        for (int i = 0; i < OPERATIONS; i++) {
            BufferedImage image = TrialImages.image(random, type, random.nextBoolean());
            int width = TrialImages.size(random);
            int height = TrialImages.size(random);
            int[] expected = PixelSink.scaled(image, width, height);
            trial.redirecting(true);
            int[] actual = PixelSink.scaled(image, width, height);
            trial.redirecting(false);
            if (!Arrays.equals(expected, actual)) {
                return false;
            }
        }
        return trial.redirected() - before >= OPERATIONS / 2;
    }

    @Override
    public void run() {
        if (large == null) {
            large = TrialImages.image(new Random(1), type, 160, 40, true);
        }
        PixelSink.scaled(large, 60, 14);
    }
}
