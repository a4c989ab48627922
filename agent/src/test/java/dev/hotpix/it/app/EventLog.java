package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.event.IIOReadWarningListener;

/** All events of a reader in their order, with the pixels that were there when they came. */
class EventLog extends EventRecord
        implements IIOReadProgressListener, IIOReadUpdateListener, IIOReadWarningListener {

    private final float abortAtPercent;
    private boolean threwInWarning;

    /** @param abortAtPercent of an image at which to abort the read; above 100: never */
    EventLog(float abortAtPercent) {
        this(abortAtPercent, -1, -1);
    }

    /**
     * @param abortAt number of the event at which to abort the read; below 0: never
     * @param throwAt number of the event at which to throw; below 0: never
     */
    EventLog(float abortAtPercent, int abortAt, int throwAt) {
        super(abortAt, throwAt);
        this.abortAtPercent = abortAtPercent;
    }

    private void add(ImageReader source, String name, Object... details) {
        add(source::abort, name, details);
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {
        add(source, "sequenceStarted", minIndex);
    }

    @Override
    public void sequenceComplete(ImageReader source) {
        add(source, "sequenceComplete");
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {
        add(source, "imageStarted", imageIndex);
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        add(source, "imageProgress", percentageDone);
        if (percentageDone >= abortAtPercent) {
            abort(source::abort);
        }
    }

    @Override
    public void imageComplete(ImageReader source) {
        add(source, "imageComplete");
    }

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
        add(source, "thumbnailStarted", imageIndex, thumbnailIndex);
    }

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {
        add(source, "thumbnailProgress", percentageDone);
    }

    @Override
    public void thumbnailComplete(ImageReader source) {
        add(source, "thumbnailComplete");
    }

    @Override
    public void readAborted(ImageReader source) {
        add(source, "readAborted");
    }

    @Override
    public void passStarted(
            ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
            int periodX, int periodY, int[] bands) {
        add(source, "passStarted", pass, minPass, maxPass, minX, minY, periodX, periodY, Arrays.toString(bands));
    }

    @Override
    public void imageUpdate(
            ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX,
            int periodY, int[] bands) {
        // Null while a raster is read.
        int last = image == null ? 0
                : image.getRGB(Math.min(minX + width, image.getWidth()) - 1, Math.min(minY, image.getHeight() - 1));
        add(source, "imageUpdate", minX, minY, width, height, periodX, periodY, Arrays.toString(bands), last);
    }

    @Override
    public void passComplete(ImageReader source, BufferedImage image) {
        add(source, "passComplete");
    }

    @Override
    public void thumbnailPassStarted(
            ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
            int periodX, int periodY, int[] bands) {
        add(source, "thumbnailPassStarted", pass);
    }

    @Override
    public void thumbnailUpdate(
            ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX,
            int periodY, int[] bands) {
        add(source, "thumbnailUpdate", minX, minY, width, height);
    }

    @Override
    public void thumbnailPassComplete(ImageReader source, BufferedImage image) {
        add(source, "thumbnailPassComplete");
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        boolean before = threwInWarning;
        threwInWarning = true;
        add(source, "warning", warning);
        threwInWarning = before;
    }

    /** Whether it has thrown when told of a warning. */
    boolean threwInWarning() {
        return threwInWarning;
    }
}
