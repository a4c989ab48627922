package dev.hotpix.redirect.resize;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Tries drawing: each operation is an ordinary {@code drawImage}, which comes to the redirect by itself. */
final class DrawTrial implements KernelTrial.Work {

    private static final int OPERATIONS = 48;
    private static final int LARGEST = 70;
    private static final int[] SOURCES = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB};
    private static final int[] DESTINATIONS =
        {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB};

    private final ResizeKind kind;
    private BufferedImage largeSource;
    private BufferedImage largeDestination;

    DrawTrial(ResizeKind kind) {
        this.kind = kind;
    }

    @Override
    public boolean isSameAsStock(KernelTrial trial) {
        Random random = new Random(kind.ordinal());
        int before = trial.redirected();
        for (int i = 0; i < OPERATIONS; i++) {
            boolean conversion = kind == ResizeKind.CONVERSION;
            BufferedImage source = image(random, conversion ? SOURCES[0] : SOURCES[i % SOURCES.length]);
            int type = conversion ? DESTINATIONS[1 + i % 2] : DESTINATIONS[i % DESTINATIONS.length];
            int width = conversion ? source.getWidth() : 24 + random.nextInt(LARGEST);
            int height = conversion ? source.getHeight() : 24 + random.nextInt(LARGEST);
            boolean flip = !conversion && random.nextInt(4) == 0;
            boolean src = random.nextBoolean();
            BufferedImage expected = new BufferedImage(width, height, type);
            BufferedImage actual = new BufferedImage(width, height, type);
            draw(source, expected, flip, src);
            trial.redirecting(true);
            draw(source, actual, flip, src);
            trial.redirecting(false);
            if (!isSame(expected, actual)) {
                return false;
            }
        }
        return trial.redirected() - before >= OPERATIONS / 2;
    }

    private static BufferedImage image(Random random, int type) {
        BufferedImage image = new BufferedImage(24 + random.nextInt(LARGEST), 24 + random.nextInt(LARGEST), type);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = random.nextInt();
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }

    private void draw(BufferedImage source, BufferedImage destination, boolean flip, boolean src) {
        Graphics2D graphics = destination.createGraphics();
        try {
            if (kind != ResizeKind.CONVERSION) {
                graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, kind == ResizeKind.BILINEAR
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            }
            graphics.setComposite(src ? AlphaComposite.Src : AlphaComposite.SrcOver);
            int width = destination.getWidth();
            graphics.drawImage(source, flip ? width : 0, 0, flip ? 0 : width, destination.getHeight(),
                    0, 0, source.getWidth(), source.getHeight(), null);
        } finally {
            graphics.dispose();
        }
    }

    private static boolean isSame(BufferedImage expected, BufferedImage actual) {
        Object a = null;
        Object b = null;
        int bands = expected.getRaster().getNumDataElements();
        for (int y = 0; y < expected.getHeight(); y++) {
            a = expected.getRaster().getDataElements(0, y, expected.getWidth(), 1, a);
            b = actual.getRaster().getDataElements(0, y, expected.getWidth(), 1, b);
            boolean same = bands == 1 ? java.util.Arrays.equals((int[]) a, (int[]) b)
                    : java.util.Arrays.equals((byte[]) a, (byte[]) b);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void run() {
        if (largeSource == null) {
            Random random = new Random(1);
            boolean conversion = kind == ResizeKind.CONVERSION;
            largeSource = new BufferedImage(96, 72, BufferedImage.TYPE_3BYTE_BGR);
            int[] row = new int[largeSource.getWidth()];
            for (int y = 0; y < largeSource.getHeight(); y++) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = random.nextInt();
                }
                largeSource.setRGB(0, y, row.length, 1, row, 0, row.length);
            }
            largeDestination = conversion ? new BufferedImage(96, 72, BufferedImage.TYPE_INT_RGB)
                    : new BufferedImage(60, 44, BufferedImage.TYPE_3BYTE_BGR);
        }
        draw(largeSource, largeDestination, false, false);
    }
}
