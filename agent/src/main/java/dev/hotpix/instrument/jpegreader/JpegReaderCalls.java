package dev.hotpix.instrument.jpegreader;

import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.redirect.jpeg.JpegDecodeRedirect;
import dev.hotpix.redirect.jpeg.ReadRequest;

/** Offers the decode calls of the JDK's JPEG reader to the redirect. */
public final class JpegReaderCalls {

    private final OperationTracker decodes;
    private final JpegDecodeRedirect redirect;

    /** @param redirect null if JPEG files cannot be redirected in this JVM */
    public JpegReaderCalls(OperationTrackers trackers, JpegDecodeRedirect redirect) {
        this.decodes = trackers.of(Operation.DECODE);
        this.redirect = redirect;
        if (redirect != null) {
            redirect.measureConversions(trackers.of(Operation.CONVERT));
        }
    }

    /** See {@code HotpixJpeg.checkProfile}. */
    public boolean isUsableProfile(Object colorSpace) {
        return redirect != null && redirect.isUsableProfile(colorSpace);
    }

    /** See {@code HotpixJpeg.checkProfile}. */
    public void profileUsed(Object colorSpace) {
        if (redirect != null) {
            redirect.profileUsed(colorSpace);
        }
    }

    /** See {@code HotpixJpeg.readBegins}. */
    public void readBegun(Object reader) {
        if (redirect != null) {
            redirect.readBegins(reader);
        }
    }

    /** See {@code HotpixJpeg.inputRead}. */
    public void inputPassed(Object reader, byte[] buffer, int offset, long count) {
        if (redirect != null) {
            redirect.inputPassed(reader, buffer, offset, count);
        }
    }

    /**
     * Decodes in stock's place, or not.
     *
     * @return whether the image is decoded, if only as far as a listener let it
     */
    public boolean read(ReadRequest request) throws Throwable {
        if (redirect == null || !redirect.decode(request)) {
            return false;
        }
        decodes.engine(Engine.LIBJPEG_TURBO);
        return true;
    }

    /** Stock has decoded, or failed to. */
    public void stockLeft(Object reader) {
        if (redirect != null) {
            redirect.stockLeft(reader);
        }
    }
}
