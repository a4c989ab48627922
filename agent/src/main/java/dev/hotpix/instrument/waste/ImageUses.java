package dev.hotpix.instrument.waste;

import dev.hotpix.instrument.PixelCount;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.waste.WasteTracker;
import java.awt.image.BufferedImage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import javax.imageio.IIOImage;

/** Tells the tracker how the images are used that it follows. Only plain {@code BufferedImage}s are. */
public final class ImageUses {

    /** {@code SunGraphics2D.getDestination}; null if this JDK has none. */
    private static final MethodHandle DESTINATION = destination();

    private final WasteTracker waste;
    private final OperationTracker resizes;

    /** Tells {@code waste}. */
    public ImageUses(WasteTracker waste, OperationTrackers trackers) {
        this.waste = waste;
        this.resizes = trackers.of(Operation.RESIZE);
    }

    private static MethodHandle destination() {
        try {
            Class<?> graphics = Class.forName("sun.java2d.SunGraphics2D", false, null);
            return MethodHandles.lookup()
                    .findVirtual(graphics, "getDestination", MethodType.methodType(Object.class))
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknownJdk) {
            return null;
        }
    }

    /** See {@code HotpixJava2d.imageUsed}. */
    public void used(Object image, Object target, double scale) {
        if (isFollowable(image) && waste.follows(image)) {
            Object drawnTo = drawnTo(target);
            // The native part of AffineTransformOp asks for samples, too.
            if (target == null ? !resizes.currentlyRunning() : !isCopyOfDraw(image, drawnTo)) {
                waste.drawn(image, scale, isFollowable(drawnTo) ? drawnTo : null);
            }
        }
    }

    /** Nothing else is asked of the images that nobody follows. */
    private static boolean isFollowable(Object image) {
        return image != null && image.getClass() == BufferedImage.class
                && PixelCount.of(image) >= WasteTracker.LEAST_DRAWN;
    }

    /** The image behind a graphics context, or {@code target} itself. */
    private static Object drawnTo(Object target) {
        if (target == null || target.getClass() == BufferedImage.class || DESTINATION == null) {
            return target;
        }
        try {
            return (Object) DESTINATION.invokeExact(target);
        } catch (Throwable notTheGraphicsWeKnow) {
            return null;
        }
    }

    /**
     * Whether this is the copy that {@code DrawImage} makes of an image of a rare type in order to draw that one: it is
     * marked as not worth accelerating, and the draw itself has been seen.
     */
    private static boolean isCopyOfDraw(Object image, Object drawnTo) {
        return drawnTo != image && drawnTo != null && drawnTo.getClass() == BufferedImage.class
                && ((BufferedImage) drawnTo).getAccelerationPriority() == 0;
    }

    /** See {@code HotpixJava2d.imageScaled}. */
    public void scaled(Object image, int width, int height) {
        if (isFollowable(image) && waste.follows(image)) {
            double across = (double) width / ((BufferedImage) image).getWidth();
            double down = (double) height / ((BufferedImage) image).getHeight();
            // A negative length keeps the proportions.
            waste.drawn(image, (width < 0 ? down : across) * (height < 0 ? across : down), null);
        }
    }

    /** An image, an {@code IIOImage} or anything else was written to a file. */
    public void written(Object image) {
        if (image != null && image.getClass() == IIOImage.class) {
            written(((IIOImage) image).getRenderedImage());
        } else if (isFollowable(image)) {
            waste.used(image);
        }
    }
}
