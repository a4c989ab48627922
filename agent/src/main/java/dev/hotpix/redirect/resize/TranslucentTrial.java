package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.PixelLayout;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Tries drawing of translucent pixels: each operation is an ordinary {@code drawImage}. */
final class TranslucentTrial implements KernelTrial.Work {

    private static final int OPERATIONS = 48;
    private static final int SIDE = 80;

    private final boolean cubic;
    private final int sourceType;
    private final int destinationType;
    private BufferedImage[] timed;

    TranslucentTrial(ResizeKind kind, PixelLayout from, PixelLayout to) {
        cubic = kind == ResizeKind.TRANSLUCENT_BICUBIC;
        sourceType = TrialImages.type(from);
        destinationType = TrialImages.type(to);
    }

    @Override
    public boolean isSameAsStock(KernelTrial trial) {
        Random random = new Random(sourceType);
        int before = trial.redirected();
        for (int i = 0; i < OPERATIONS; i++) {
            BufferedImage source = TrialImages.image(random, type(sourceType, i % 2 == 0), false);
            int width = Math.max(source.getWidth() * 2 / 3, TrialImages.size(random));
            int height = Math.max(source.getHeight() * 2 / 3, TrialImages.size(random));
            int type = type(destinationType, i % 3 == 0);
            BufferedImage expected = TrialImages.image(new Random(i), type, width, height, false);
            BufferedImage actual = TrialImages.image(new Random(i), type, width, height, false);
            boolean over = random.nextBoolean();
            draw(source, expected, over);
            trial.redirecting(true);
            draw(source, actual, over);
            trial.redirecting(false);
            if (!TrialImages.isSame(expected, actual)) {
                return false;
            }
        }
        // Of the others stock is as fast.
        return trial.redirected() - before >= OPERATIONS / 3;
    }

    /** The layout is the same; whether colours are premultiplied, is not. */
    private static int type(int type, boolean premultiplied) {
        return type == BufferedImage.TYPE_INT_ARGB && premultiplied ? BufferedImage.TYPE_INT_ARGB_PRE : type;
    }

    private void draw(BufferedImage source, BufferedImage destination, boolean over) {
        Graphics2D graphics = destination.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, cubic
                    ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setComposite(over ? AlphaComposite.SrcOver : AlphaComposite.Src);
            graphics.drawImage(source, 0, 0, destination.getWidth(), destination.getHeight(), null);
        } finally {
            graphics.dispose();
        }
    }

    @Override
    public void run() {
        if (timed == null) {
            timed = new BufferedImage[] {
                TrialImages.image(new Random(1), sourceType, SIDE, SIDE, false),
                TrialImages.image(new Random(2), destinationType, SIDE + 1, SIDE + 2, false)};
        }
        draw(timed[0], timed[1], true);
    }
}
