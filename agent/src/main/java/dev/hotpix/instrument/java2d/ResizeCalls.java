package dev.hotpix.instrument.java2d;

import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.redirect.resize.DrawCall;
import dev.hotpix.redirect.resize.ResizeRedirect;

/** Lets the redirect scale images, and tells the resize that is being measured who has done it. */
public final class ResizeCalls {

    private final OperationTracker resizes;
    private final ResizeRedirect redirect;

    /** Redirects with {@code redirect}. */
    public ResizeCalls(OperationTrackers trackers, ResizeRedirect redirect) {
        this.resizes = trackers.of(Operation.RESIZE);
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

    private boolean done(Engine engine) {
        if (engine == null) {
            return false;
        }
        resizes.engine(engine);
        return true;
    }
}
