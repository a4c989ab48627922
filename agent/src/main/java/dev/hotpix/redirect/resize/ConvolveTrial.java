package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.PixelLayout;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;

/** Tries convolution: each operation is an ordinary {@code ConvolveOp}, which comes to the redirect by itself. */
final class ConvolveTrial implements KernelTrial.Work {

    private static final int OPERATIONS = 32;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 60;

    private final int type;
    private BufferedImage source;
    private BufferedImage destination;

    ConvolveTrial(PixelLayout layout) {
        type = TrialImages.type(layout);
    }

    @Override
    public boolean isSameAsStock(KernelTrial trial) {
        Random random = new Random(type);
        int before = trial.redirected();
        for (int i = 0; i < OPERATIONS; i++) {
            int width = 2 * TrialImages.size(random);
            int height = TrialImages.size(random);
            // The same layout: samples are filtered as they are.
            int actualType = type == BufferedImage.TYPE_INT_ARGB && i % 2 == 1 ? BufferedImage.TYPE_INT_ARGB_PRE : type;
            BufferedImage image = TrialImages.image(random, actualType, width, height, false);
            BufferedImage expected = TrialImages.image(new Random(i), actualType, width, height, false);
            BufferedImage actual = TrialImages.image(new Random(i), actualType, width, height, false);
            ConvolveOp op = new ConvolveOp(kernel(random),
                    random.nextBoolean() ? ConvolveOp.EDGE_NO_OP : ConvolveOp.EDGE_ZERO_FILL, null);
            op.filter(image, expected);
            trial.redirecting(true);
            op.filter(image, actual);
            trial.redirecting(false);
            if (!TrialImages.isSame(expected, actual)) {
                return false;
            }
        }
        return trial.redirected() - before >= OPERATIONS / 2;
    }

    /** Blurs and their like, and such that go beyond black and white. */
    private static Kernel kernel(Random random) {
        int width = 1 + random.nextInt(6);
        int height = 1 + random.nextInt(6);
        float[] data = new float[width * height];
        boolean signed = random.nextBoolean();
        for (int i = 0; i < data.length; i++) {
            data[i] = (signed ? random.nextFloat() * 4 - 2 : random.nextFloat() * 2 / data.length);
        }
        return new Kernel(width, height, data);
    }

    @Override
    public void run() {
        if (source == null) {
            source = TrialImages.image(new Random(1), type, WIDTH, HEIGHT, false);
            destination = new BufferedImage(WIDTH, HEIGHT, type);
        }
        float ninth = 1f / 9;
        new ConvolveOp(new Kernel(3, 3, new float[] {
            ninth, ninth, ninth, ninth, ninth, ninth, ninth, ninth, ninth})).filter(source, destination);
    }
}
