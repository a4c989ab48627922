package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.PixelLayout;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Tries drawing: each operation is an ordinary {@code drawImage}, which comes to the redirect by itself. */
final class DrawTrial implements KernelTrial.Work {

    private static final int OPERATIONS = 32;

    private final ResizeKind kind;
    private final int sourceType;
    private final int destinationType;
    private BufferedImage largeSource;
    private BufferedImage largeDestination;

    DrawTrial(ResizeKind kind, PixelLayout from, PixelLayout to) {
        this.kind = kind;
        sourceType = TrialImages.type(from);
        destinationType = TrialImages.type(to);
    }

    @Override
    public boolean isSameAsStock(KernelTrial trial) {
        Random random = new Random(kind.ordinal());
        int before = trial.redirected();
        for (int i = 0; i < OPERATIONS; i++) {
            int width = TrialImages.size(random);
            int height = TrialImages.size(random);
            BufferedImage source = source(random, width, height);
            boolean flip = kind != ResizeKind.CONVERSION && kind != ResizeKind.HALVING && random.nextInt(4) == 0;
            boolean src = random.nextBoolean();
            // The same layout, and what is written is opaque.
            int type = destinationType == BufferedImage.TYPE_INT_ARGB && i % 2 == 1 && kind != ResizeKind.CONVERSION
                    ? BufferedImage.TYPE_INT_ARGB_PRE : destinationType;
            BufferedImage expected = new BufferedImage(width, height, type);
            BufferedImage actual = new BufferedImage(width, height, type);
            draw(source, expected, flip, src);
            trial.redirecting(true);
            draw(source, actual, flip, src);
            trial.redirecting(false);
            if (!TrialImages.isSame(expected, actual)) {
                return false;
            }
        }
        return trial.redirected() - before >= OPERATIONS / 2;
    }

    /** One from which an image of the given size is made by this kind of operation. */
    private BufferedImage source(Random random, int width, int height) {
        double scale = 1;
        if (kind == ResizeKind.HALVING) {
            scale = 2;
        } else if (kind == ResizeKind.REDUCTION) {
            scale = (sourceType == BufferedImage.TYPE_3BYTE_BGR ? 1.6 : 3.1) + random.nextDouble();
        } else if (kind == ResizeKind.BILINEAR) {
            scale = 0.4 + random.nextDouble();
        } else if (kind == ResizeKind.BICUBIC) {
            scale = 0.5 + 1.5 * random.nextDouble();
        }
        return TrialImages.image(
                random, sourceType, (int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
                sourceType == BufferedImage.TYPE_INT_ARGB);
    }

    private void draw(BufferedImage source, BufferedImage destination, boolean flip, boolean src) {
        Graphics2D graphics = destination.createGraphics();
        try {
            if (kind != ResizeKind.CONVERSION) {
                graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, kind == ResizeKind.BICUBIC
                        ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            }
            graphics.setComposite(src ? AlphaComposite.Src : AlphaComposite.SrcOver);
            int width = destination.getWidth();
            graphics.drawImage(source, flip ? width : 0, 0, flip ? 0 : width, destination.getHeight(),
                    0, 0, source.getWidth(), source.getHeight(), null);
        } finally {
            graphics.dispose();
        }
    }

    @Override
    public void run() {
        if (largeSource == null) {
            largeDestination = new BufferedImage(60, 44, destinationType);
            largeSource = source(new Random(1), 60, 44);
        }
        draw(largeSource, largeDestination, false, false);
    }
}
