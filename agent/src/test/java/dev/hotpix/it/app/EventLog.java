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
    private int count;

    /** @param abortAt per cent at which to abort the read; above 100: never */
    EventLog(float abortAt) {
        this.abortAt = abortAt;
    }

    private void add(String name, Object... details) {
        count++;
        events.append(name).append(Arrays.toString(details)).append('\n');
    }

    @Override
    public String toString() {
        return count + " events " + ImageText.sha(events.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {
        add("sequenceStarted", minIndex);
    }

    @Override
    public void sequenceComplete(ImageReader source) {
        add("sequenceComplete");
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {
        add("imageStarted", imageIndex);
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        add("imageProgress", percentageDone);
        if (percentageDone >= abortAt) {
            source.abort();
        }
    }

    @Override
    public void imageComplete(ImageReader source) {
        add("imageComplete");
    }

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
        add("thumbnailStarted", imageIndex, thumbnailIndex);
    }

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {
        add("thumbnailProgress", percentageDone);
    }

    @Override
    public void thumbnailComplete(ImageReader source) {
        add("thumbnailComplete");
    }

    @Override
    public void readAborted(ImageReader source) {
        add("readAborted");
    }

    @Override
    public void passStarted(
            ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
            int periodX, int periodY, int[] bands) {
        add("passStarted", pass, minPass, maxPass, minX, minY, periodX, periodY, Arrays.toString(bands));
    }

    @Override
    public void imageUpdate(
            ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX, int periodY,
            int[] bands) {
        int last = image.getRGB(Math.min(minX + width, image.getWidth()) - 1, Math.min(minY, image.getHeight() - 1));
        add("imageUpdate", minX, minY, width, height, periodX, periodY, Arrays.toString(bands), last);
    }

    @Override
    public void passComplete(ImageReader source, BufferedImage image) {
        add("passComplete");
    }

    @Override
    public void thumbnailPassStarted(
            ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
            int periodX, int periodY, int[] bands) {
        add("thumbnailPassStarted", pass);
    }

    @Override
    public void thumbnailUpdate(
            ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX, int periodY,
            int[] bands) {
        add("thumbnailUpdate", minX, minY, width, height);
    }

    @Override
    public void thumbnailPassComplete(ImageReader source, BufferedImage image) {
        add("thumbnailPassComplete");
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        add("warning", warning);
    }
}
