package dev.hotpix.instrument.java2d;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.returns;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.hotpix.instrument.Target;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.DynamicType;

/** Where Java2D's own code scales images: what is woven there lets the redirect do it. */
public final class ResizeTargets {

    /** The producer of a {@code BufferedImage}'s pixels. */
    private static final String PRODUCER = "sun.awt.image.OffScreenImageSource";

    private static final CallTarget TRANSFORM = new CallTarget("sun.java2d.loops.TransformHelper", "Transform",
            "(Lsun/java2d/loops/MaskBlit;Lsun/java2d/SurfaceData;Lsun/java2d/SurfaceData;Ljava/awt/Composite;"
                    + "Lsun/java2d/pipe/Region;Ljava/awt/geom/AffineTransform;IIIIIIIII[III)V",
            "renderImageXform", "transformImage", 2);
    private static final CallTarget COPY = new CallTarget("sun.java2d.loops.Blit", "Blit",
            "(Lsun/java2d/SurfaceData;Lsun/java2d/SurfaceData;Ljava/awt/Composite;Lsun/java2d/pipe/Region;IIIIII)V",
            "blitSurfaceData", "copyImage", 1);

    private static final Target PRODUCE = new Produce();

    /** Native filters of whole images. */
    private static final String CONVERSIONS = "java.awt.image.ColorConvertOp";
    private static final String FILTERS = "sun.awt.image.ImagingLib";

    private ResizeTargets() {
    }

    /** Bilinear and bicubic drawing, by the name of its class. */
    public static Map<String, Target> transform() {
        return Map.of(Java2dMeasurement.DRAW_IMAGE, TRANSFORM);
    }

    /** Unscaled drawing, by the name of its class. */
    public static Map<String, Target> copy() {
        return Map.of(Java2dMeasurement.DRAW_IMAGE, COPY);
    }

    /** Sending of pixels, by the name of its class. */
    public static Map<String, Target> produce() {
        return Map.of(PRODUCER, PRODUCE);
    }

    /** Native filters, by the name of their class. Of a JDK that has them elsewhere they stay as they are. */
    public static Map<String, Target> filter() {
        return Map.of(FILTERS, type -> type.visit(Advice.to(FilterAdvice.class).on(named("filter")
                .and(takesArgument(0, BufferedImageOp.class)).and(takesArgument(2, BufferedImage.class)))));
    }

    /** Conversions between colour profiles, by the name of their class; likewise. */
    public static Map<String, Target> convert() {
        return Map.of(CONVERSIONS, type -> type.visit(Advice.to(GrayAdvice.class).on(named("ICCBIFilter")
                .and(takesArgument(0, BufferedImage.class)).and(takesArgument(2, BufferedImage.class))
                .and(returns(BufferedImage.class)))));
    }

    /** Whether a target is one of these. */
    public static boolean isOne(Target target) {
        return target == TRANSFORM || target == COPY || target == PRODUCE;
    }

    /**
     * What {@code HotpixJava2d.stockTransform} must be.
     *
     * @throws ReflectiveOperationException if this JDK has no such loop
     */
    public static MethodHandle stockTransform() throws ReflectiveOperationException {
        return TRANSFORM.stock();
    }

    /**
     * What {@code HotpixJava2d.stockBlit} must be.
     *
     * @throws ReflectiveOperationException if this JDK has no such loop
     */
    public static MethodHandle stockBlit() throws ReflectiveOperationException {
        return COPY.stock();
    }

    private static final class Produce implements Target {
        @Override
        public DynamicType.Builder<?> weave(DynamicType.Builder<?> type) {
            return type.visit(Advice.to(SendPixelsAdvice.class).on(named("sendPixels").and(takesArguments(0))));
        }
    }
}
