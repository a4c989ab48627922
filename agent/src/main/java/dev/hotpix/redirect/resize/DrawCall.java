package dev.hotpix.redirect.resize;

import java.awt.geom.AffineTransform;

/** The arguments of one call of the JDK's transforming loop, {@code TransformHelper.Transform}. */
public final class DrawCall {

    final Object helper;
    final Object output;
    final Object source;
    final Object destination;
    final Object composite;
    final Object clip;
    final AffineTransform inverse;
    final int interpolation;
    final int sourceX1;
    final int sourceY1;
    final int sourceX2;
    final int sourceY2;
    final int x1;
    final int y1;
    final int x2;
    final int y2;
    final boolean direct;

    /**
     * @param output the {@code MaskBlit}
     * @param source the {@code SurfaceData}; so is {@code destination}
     * @param clip the {@code Region}, or null
     * @param inverse from destination to source, relative to the source rectangle
     * @param interpolation as {@code AffineTransformOp} counts them
     * @param bounds source rectangle, then destination rectangle, both as x1, y1, x2, y2
     * @param direct false if pixels go to an image in between
     */
    public DrawCall(
            Object helper, Object output, Object source, Object destination, Object composite, Object clip,
            AffineTransform inverse, int interpolation, int[] bounds, boolean direct) {
        this.helper = helper;
        this.output = output;
        this.source = source;
        this.destination = destination;
        this.composite = composite;
        this.clip = clip;
        this.inverse = inverse;
        this.interpolation = interpolation;
        this.sourceX1 = bounds[0];
        this.sourceY1 = bounds[1];
        this.sourceX2 = bounds[2];
        this.sourceY2 = bounds[3];
        this.x1 = bounds[4];
        this.y1 = bounds[5];
        this.x2 = bounds[6];
        this.y2 = bounds[7];
        this.direct = direct;
    }
}
