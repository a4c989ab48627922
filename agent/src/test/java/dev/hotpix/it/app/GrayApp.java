package dev.hotpix.it.app;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Converts images to gray in the ways there are and prints a hash of each; with the agent, once what it makes tables of
 * has been decided, and then what it has redirected, on stderr. Arguments: number of images, and {@code agent} if there
 * is one.
 */
public final class GrayApp {

    private static final int[] TYPES = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_BGR, BufferedImage.TYPE_BYTE_GRAY};

    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    private static final ColorSpace GRAY = ColorSpace.getInstance(ColorSpace.CS_GRAY);

    private GrayApp() {
    }

    public static void main(String[] arguments) throws Exception {
        // What wakes the agent.
        ImageIO.getReaderFormatNames();
        if (arguments.length > 1) {
            AgentCounts counts = new AgentCounts();
            BufferedImage large = image(new Random(1), BufferedImage.TYPE_3BYTE_BGR, 300, 200);
            new ColorConvertOp(GRAY, null).filter(large, null);
            counts.awaitNoFact("resize.gray", "stock (probe-pending)");
        }
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            convert(i);
        }
        if (arguments.length > 1) {
            System.err.println("redirected " + new AgentCounts().redirectedResizes());
        }
    }

    private static void convert(int i) {
        Random random = new Random(i);
        int width = 1 + random.nextInt(200);
        int height = 1 + random.nextInt(200);
        BufferedImage source = image(random, TYPES[random.nextInt(TYPES.length)], width, height);
        BufferedImage destination = random.nextInt(4) == 0 ? source
                : image(random, TYPES[random.nextInt(TYPES.length)], width, height);
        say(i, "made", source, () -> new ColorConvertOp(GRAY, null).filter(source, null));
        say(i, "given", source, () -> new ColorConvertOp(null).filter(source, destination));
        say(i, "from to", source, () -> new ColorConvertOp(SRGB, GRAY, null).filter(source, null));
        say(i, "by way of", source, () -> new ColorConvertOp(GRAY, null).filter(source, destination));
        say(i, "profiles", source, () -> new ColorConvertOp(new ICC_Profile[] {
            ICC_Profile.getInstance(ColorSpace.CS_sRGB), ICC_Profile.getInstance(ColorSpace.CS_GRAY),
            ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null).filter(source, destination));
        say(i, "linear", source, () -> new ColorConvertOp(
                ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB), null).filter(source, destination));
    }

    private static BufferedImage image(Random random, int type, int width, int height) {
        BufferedImage whole = new BufferedImage(width + 3, height + 2, type);
        int[] row = new int[whole.getWidth()];
        for (int y = 0; y < whole.getHeight(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = random.nextInt();
            }
            if (type == BufferedImage.TYPE_INT_RGB) {
                // What is in the high byte must not matter.
                whole.getRaster().setDataElements(0, y, row.length, 1, row);
            } else {
                whole.setRGB(0, y, row.length, 1, row, 0, row.length);
            }
        }
        return random.nextInt(3) == 0 ? whole.getSubimage(2, 1, width, height)
                : whole.getSubimage(0, 0, width, height);
    }

    /** An operation that JDKs may refuse. */
    private interface Work {
        BufferedImage run();
    }

    private static void say(int i, String what, BufferedImage source, Work work) {
        String result;
        try {
            BufferedImage made = work.run();
            result = made.getType() + " " + ResizeApp.hash(made);
        } catch (RuntimeException refused) {
            result = refused.toString();
        }
        System.out.println(i + " " + what + " " + result + " " + ResizeApp.hash(source));
    }
}
