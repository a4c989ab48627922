package dev.hotpix.redirect.resize;

import java.awt.AlphaComposite;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What is behind Java2D's surfaces and regions. Resolving it initialises none of their classes. */
final class SurfaceAccess {

    private final Class<?> imageSurface;
    private final Class<?> transformHelper;
    private final MethodHandle getDestination;
    private final MethodHandle markDirty;
    private final MethodHandle markImageDirty;
    private final MethodHandle createSurface;
    private final MethodHandle isRectangular;
    private final MethodHandle loX;
    private final MethodHandle loY;
    private final MethodHandle hiX;
    private final MethodHandle hiY;

    /** Needs {@code sun.java2d} with {@code pipe} and {@code loops}, and {@code sun.awt.image} open to this class. */
    SurfaceAccess() throws ReflectiveOperationException {
        imageSurface = type("sun.awt.image.BufImgSurfaceData");
        transformHelper = type("sun.java2d.loops.TransformHelper");
        Class<?> surface = type("sun.java2d.SurfaceData");
        Class<?> region = type("sun.java2d.pipe.Region");
        getDestination = getter(surface, "getDestination", Object.class);
        createSurface = MethodHandles.privateLookupIn(imageSurface, MethodHandles.lookup())
                .findStatic(imageSurface, "createData", MethodType.methodType(surface, BufferedImage.class))
                .asType(MethodType.methodType(Object.class, BufferedImage.class));
        markDirty = getter(surface, "markDirty", void.class);
        Class<?> raster = type("sun.awt.image.SunWritableRaster");
        markImageDirty = MethodHandles.privateLookupIn(raster, MethodHandles.lookup()).findStatic(
                raster, "markDirty", MethodType.methodType(void.class, Image.class));
        isRectangular = getter(region, "isRectangular", boolean.class);
        loX = getter(region, "getLoX", int.class);
        loY = getter(region, "getLoY", int.class);
        hiX = getter(region, "getHiX", int.class);
        hiY = getter(region, "getHiY", int.class);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, BufferedImage.class.getClassLoader());
    }

    private static MethodHandle getter(Class<?> owner, String name, Class<?> result)
            throws ReflectiveOperationException {
        return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                .findVirtual(owner, name, MethodType.methodType(result))
                .asType(MethodType.methodType(result, Object.class));
    }

    /** Whether an object is the JDK's own loop; while it traces its loops it has another class. */
    boolean isTransformHelper(Object helper) {
        return helper.getClass() == transformHelper;
    }

    /** The image behind a surface, or null if it is a surface of another kind. */
    BufferedImage image(Object surface) throws Throwable {
        return surface.getClass() == imageSurface
                ? (BufferedImage) (Object) getDestination.invokeExact(surface) : null;
    }

    /** A surface of an image of our own. */
    Object of(BufferedImage image) throws Throwable {
        return (Object) createSurface.invokeExact(image);
    }

    /** Tells an accelerated pipeline that pixels were written. */
    void markDirty(Object surface) throws Throwable {
        markDirty.invokeExact(surface);
    }

    /** The same for an image that was not drawn on. */
    void markDirty(BufferedImage image) throws Throwable {
        markImageDirty.invokeExact((Image) image);
    }

    /** Whether opaque pixels replace what is there. */
    static boolean isPlain(Object composite) {
        if (!(composite instanceof AlphaComposite)) {
            return false;
        }
        AlphaComposite alpha = (AlphaComposite) composite;
        return (alpha.getRule() == AlphaComposite.SRC || alpha.getRule() == AlphaComposite.SRC_OVER)
                && alpha.getAlpha() == 1;
    }

    /**
     * The part of a destination rectangle that a clip and the destination leave.
     *
     * @return x, y, width, height; or null if the clip is not a rectangle
     */
    int[] clip(Object region, BufferedImage image, int x1, int y1, int x2, int y2) throws Throwable {
        if (region == null || !(boolean) isRectangular.invokeExact(region)) {
            return null;
        }
        int left = Math.max(Math.max(x1, (int) loX.invokeExact(region)), 0);
        int top = Math.max(Math.max(y1, (int) loY.invokeExact(region)), 0);
        int right = Math.min(Math.min(x2, (int) hiX.invokeExact(region)), image.getWidth());
        int bottom = Math.min(Math.min(y2, (int) hiY.invokeExact(region)), image.getHeight());
        return new int[] {left, top, right - left, bottom - top};
    }
}
