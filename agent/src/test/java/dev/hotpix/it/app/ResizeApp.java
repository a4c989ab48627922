package dev.hotpix.it.app;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.ImagingOpException;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Scales and draws images in random ways and prints a hash of each result; with the agent, then what it has
 * redirected, on stderr. Arguments: seed, number of operations, and {@code agent} or, with
 * an audit of all operations, {@code audit} if there is one.
 */
public final class ResizeApp {

    private static final int[] TYPES = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_INT_BGR, BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_GRAY};
    private static final int[] OPAQUE = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE};
    private static final int LARGEST = 160;

    private ResizeApp() {
    }

    public static void main(String[] arguments) throws Exception {
        // What wakes the agent.
        ImageIO.getReaderFormatNames();
        int operations = Integer.parseInt(arguments[1]);
        for (int i = 0; i < operations; i++) {
            Random random = new Random(Long.parseLong(arguments[0]) << 32 | i);
            boolean opaque = random.nextInt(3) > 0;
            BufferedImage source = image(random,
                    (opaque ? OPAQUE : TYPES)[random.nextInt(opaque ? OPAQUE.length : TYPES.length)], opaque);
            BufferedImage destination = image(random, TYPES[random.nextInt(TYPES.length)], false);
            Graphics2D graphics = destination.createGraphics();
            set(graphics, random);
            draw(graphics, source, destination, random);
            graphics.dispose();
            System.out.println(i + " " + hash(source) + " " + hash(destination));
        }
        if (arguments.length > 2) {
            AgentCounts counts = new AgentCounts();
            System.err.println("redirected " + counts.redirectedResizes());
            if (arguments[2].equals("audit")) {
                System.err.println("audited " + counts.resizeVerifications());
            }
        }
    }

    private static BufferedImage image(Random random, int type, boolean opaque) {
        return image(random, type, 1 + random.nextInt(LARGEST), 1 + random.nextInt(LARGEST), opaque);
    }

    private static BufferedImage image(Random random, int type, int width, int height, boolean opaque) {
        boolean part = random.nextInt(4) == 0;
        BufferedImage image = part
                ? new BufferedImage(width + 7, height + 5, type).getSubimage(3, 2, width, height)
                : new BufferedImage(width, height, type);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = opaque ? random.nextInt() | 0xff000000 : random.nextInt();
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static void set(Graphics2D graphics, Random random) {
        Object[] hints = {RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR,
            RenderingHints.VALUE_INTERPOLATION_BICUBIC, RenderingHints.VALUE_INTERPOLATION_BILINEAR,
            RenderingHints.VALUE_INTERPOLATION_BILINEAR};
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, hints[random.nextInt(hints.length)]);
        switch (random.nextInt(8)) {
            case 0:
                graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
                break;
            case 1:
                graphics.setComposite(AlphaComposite.DstOver);
                break;
            case 2:
                graphics.setXORMode(Color.PINK);
                break;
            case 3:
                graphics.setComposite(AlphaComposite.Src);
                break;
            default:
        }
        switch (random.nextInt(8)) {
            case 0:
                graphics.setClip(new Ellipse2D.Double(5, 5, 60, 50));
                break;
            case 1:
            case 2:
                graphics.setClip(random.nextInt(50), random.nextInt(50), random.nextInt(100), random.nextInt(100));
                break;
            default:
        }
        switch (random.nextInt(12)) {
            case 0:
                graphics.rotate(0.3);
                break;
            case 1:
                graphics.shear(0.1, 0.2);
                break;
            case 2:
                graphics.translate(3.3, -2.2);
                break;
            case 3:
                graphics.scale(0.7, 1.3);
                break;
            default:
        }
    }

    private static void draw(Graphics2D graphics, BufferedImage source, BufferedImage destination, Random random) {
        int width = destination.getWidth();
        int height = destination.getHeight();
        switch (random.nextInt(8)) {
            case 7:
                convolve(source, destination, random);
                break;
            case 0:
                graphics.drawImage(source, random.nextInt(20) - 10, random.nextInt(20) - 10, null);
                break;
            case 1:
                graphics.drawImage(source, random.nextInt(10), 0, width, height,
                        random.nextBoolean() ? Color.RED : new Color(1, 2, 3, 100), null);
                break;
            case 2:
                graphics.drawImage(source, random.nextInt(width), random.nextInt(height), random.nextInt(width),
                        random.nextInt(height), random.nextInt(source.getWidth() + 9),
                        random.nextInt(source.getHeight() + 9), random.nextInt(source.getWidth()),
                        random.nextInt(source.getHeight()), null);
                break;
            case 3:
                // Onto itself, by exactly two.
                graphics.drawImage(destination, 0, 0, width / 2, height / 2, 0, 0, width / 2 * 2, height / 2 * 2, null);
                break;
            case 4:
            case 5:
                int hint = random.nextBoolean() ? Image.SCALE_SMOOTH : Image.SCALE_AREA_AVERAGING;
                graphics.drawImage(source.getScaledInstance(1 + random.nextInt(LARGEST), 1 + random.nextInt(LARGEST),
                        hint), random.nextInt(10), 0, null);
                break;
            default:
                graphics.drawImage(source, 0, 0, width, height, null);
        }
    }

    private static void convolve(BufferedImage source, BufferedImage destination, Random random) {
        int columns = 1 + random.nextInt(5);
        int rows = 1 + random.nextInt(5);
        float[] kernel = new float[columns * rows];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = random.nextInt(3) == 0 ? 1f / kernel.length : random.nextFloat() - 0.4f;
        }
        ConvolveOp op = new ConvolveOp(new Kernel(columns, rows, kernel),
                random.nextBoolean() ? ConvolveOp.EDGE_NO_OP : ConvolveOp.EDGE_ZERO_FILL, null);
        BufferedImage filtered = random.nextInt(3) == 0
                ? op.filter(source, image(random, source.getType(), source.getWidth(), source.getHeight(), false))
                : op.filter(source, null);
        Graphics2D graphics = destination.createGraphics();
        graphics.drawImage(filtered, 0, 0, null);
        graphics.dispose();
        try {
            // Of another size or type, as stock can.
            op.filter(source, destination);
        } catch (ImagingOpException | IllegalArgumentException refused) {
            destination.setRGB(0, 0, 7);
        }
    }

    /** Of all samples, those around a part of an image too. */
    static int hash(BufferedImage image) {
        return image.getRaster().getDataBuffer() instanceof DataBufferInt
                ? Arrays.hashCode(((DataBufferInt) image.getRaster().getDataBuffer()).getData())
                : Arrays.hashCode(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }
}
