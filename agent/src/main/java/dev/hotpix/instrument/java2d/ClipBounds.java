package dev.hotpix.instrument.java2d;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * How much of a rectangle of device pixels a {@code SunGraphics2D} lets through. Reads its clip as it is: asking for a
 * valid one could make it renew its surface, which is for the draw itself to do.
 */
final class ClipBounds {

    private static final MethodHandle REGION;
    private static final MethodHandle LOW_X;
    private static final MethodHandle LOW_Y;
    private static final MethodHandle HIGH_X;
    private static final MethodHandle HIGH_Y;

    static {
        MethodHandle region = null;
        MethodHandle[] edges = new MethodHandle[4];
        try {
            Class<?> graphics = Class.forName("sun.java2d.SunGraphics2D", false, null);
            Class<?> clip = Class.forName("sun.java2d.pipe.Region", false, null);
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodType edge = MethodType.methodType(int.class);
            String[] names = {"getLoX", "getLoY", "getHiX", "getHiY"};
            for (int i = 0; i < names.length; i++) {
                edges[i] = lookup.findVirtual(clip, names[i], edge)
                        .asType(MethodType.methodType(int.class, Object.class));
            }
            region = lookup.findGetter(graphics, "clipRegion", clip)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unknownJdk) {
            // Then nothing is known to be clipped.
        }
        REGION = region;
        LOW_X = edges[0];
        LOW_Y = edges[1];
        HIGH_X = edges[2];
        HIGH_Y = edges[3];
    }

    private ClipBounds() {
    }

    /** Pixels of the rectangle from (x1, y1) to (x2, y2) that are within the bounds of the clip, rounded. */
    static long visible(Object graphics, double x1, double y1, double x2, double y2) {
        double left = x1;
        double top = y1;
        double right = x2;
        double bottom = y2;
        try {
            Object region = REGION == null ? null : (Object) REGION.invokeExact(graphics);
            if (region != null) {
                left = Math.max(left, (int) LOW_X.invokeExact(region));
                top = Math.max(top, (int) LOW_Y.invokeExact(region));
                right = Math.min(right, (int) HIGH_X.invokeExact(region));
                bottom = Math.min(bottom, (int) HIGH_Y.invokeExact(region));
            }
        } catch (Throwable notTheGraphicsWeKnow) {
            // Unclipped.
        }
        return Math.round(Math.max(0, right - left) * Math.max(0, bottom - top));
    }
}
