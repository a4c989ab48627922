package bundle;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Reads and scales a picture when its bundle starts, again and again, and prints what it got. */
public final class Pictures implements BundleActivator {

    private static final int TIMES = 10;

    @Override
    public void start(BundleContext context) throws Exception {
        File file = new File(context.getProperty("picture"));
        for (int i = 0; i < TIMES; i++) {
            BufferedImage image = ImageIO.read(file);
            BufferedImage small = new BufferedImage(90, 70, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = small.createGraphics();
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, 90, 70, null);
            graphics.dispose();
            System.out.println(context.getBundle().getBundleId() + "=" + hash(image) + " " + hash(small));
        }
    }

    private static int hash(BufferedImage image) {
        return Arrays.hashCode(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    @Override
    public void stop(BundleContext context) {
        System.out.println("stopped=" + context.getBundle().getBundleId());
    }
}
