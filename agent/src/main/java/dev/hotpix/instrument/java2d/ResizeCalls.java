package dev.hotpix.instrument.java2d;

import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.redirect.resize.DrawCall;
import dev.hotpix.redirect.resize.ResizeRedirect;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ColorConvertOp;

/** Lets the redirect scale images, and tells the resize that is being measured who has done it. */
public final class ResizeCalls {

    private final OperationTracker resizes;
    private final OperationTracker conversions;
    private final ResizeRedirect redirect;

    /** Redirects with {@code redirect}. */
    public ResizeCalls(OperationTrackers trackers, ResizeRedirect redirect) {
        this.resizes = trackers.of(Operation.RESIZE);
        this.conversions = trackers.of(Operation.CONVERT);
        this.redirect = redirect;
    }

    /** See {@code HotpixJava2d.transformImage}. */
    public boolean draw(DrawCall call) {
        return done(redirect.draw(call));
    }

    /** See {@code HotpixJava2d.copyImage}; an unscaled copy is no resize. */
    public boolean copy(
            Object loop, Object source, Object destination, Object composite, Object clip, int sx, int sy, int dx,
            int dy, int width, int height) {
        return redirect.copy(loop, source, destination, composite, clip, sx, sy, dx, dy, width, height) != null;
    }

    /** See {@code HotpixJava2d.sendPixels}. */
    public boolean produce(Object producer) {
        return done(redirect.produce(producer));
    }

    /** See {@code HotpixJava2d.filterImage}; no resize, and not measured. */
    public boolean filter(Object op, Object source, Object destination) {
        return redirect.filter((BufferedImageOp) op, (BufferedImage) source, (BufferedImage) destination) != null;
    }

    /** See {@code HotpixJava2d.convertImage}. */
    public Object convert(Object op, Object source, Object destination) {
        BufferedImage converted =
                redirect.convert((ColorConvertOp) op, (BufferedImage) source, (BufferedImage) destination);
        if (converted != null) {
            conversions.engine(Engine.SCALAR);
        }
        return converted;
    }

    private boolean done(Engine engine) {
        if (engine == null) {
            return false;
        }
        resizes.engine(engine);
        return true;
    }
}
