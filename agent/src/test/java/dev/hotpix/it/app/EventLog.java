package dev.hotpix.it.app;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadUpdateListener;
import javax.imageio.event.IIOReadWarningListener;

/** All events of a reader in their order, with the pixels that were there when they came. */
class EventLog implements IIOReadProgressListener, IIOReadUpdateListener, IIOReadWarningListener {

    private final StringBuilder events = new StringBuilder();
    private final float abortAt;
    private final int abortAtEvent;
    private final int throwAtEvent;
    private int count;
    private boolean interfered;

    /** @param abortAt per cent at which to abort the read; above 100: never */
    EventLog(float abortAt) {
        this(abortAt, -1, -1);
    }

    /**
     * @param abortAtEvent number of the event at which to abort the read; below 0: never
     * @param throwAtEvent number of the event at which to throw; below 0: never
     */
    EventLog(float abortAt, int abortAtEvent, int throwAtEvent) {
        this.abortAt = abortAt;
        this.abortAtEvent = abortAtEvent;
        this.throwAtEvent = throwAtEvent;
    }

    private void add(ImageReader source, String name, Object... details) {
        events.append(name).append(Arrays.toString(details)).append('\n');
        interfered |= count == abortAtEvent || count == throwAtEvent;
        if (count++ == abortAtEvent) {
            source.abort();
        }
        if (count - 1 == throwAtEvent) {
            if (count % 3 == 0) {
                throw new AssertionError("from the listener, event " + count);
            }
            throw new IllegalStateException("from the listener, event " + count);
        }
    }

    /** Whether it has aborted the read or thrown. */
    boolean interfered() {
        return interfered;
    }

    @Override
    public String toString() {
        return count + " events " + ImageText.sha(events.toString().getBytes(StandardCharsets.UTF_8));
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
        if (percentageDone >= abortAt) {
            interfered = true;
            source.abort();
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
        add(source, "warning", warning);
    }
}
