package dev.hotpix.it.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.event.IIOWriteWarningListener;
import javax.imageio.stream.ImageOutputStream;

/** All events of a writer in their order, with the position of its stream when they came. */
final class WriteLog implements IIOWriteProgressListener, IIOWriteWarningListener {

    private final StringBuilder events = new StringBuilder();
    private final ImageOutputStream stream;
    private final int abortAt;
    private final int throwAt;
    private int count;

    /**
     * @param abortAt number of the event at which to abort; below 0: never
     * @param throwAt number of the event at which to throw; below 0: never
     */
    WriteLog(ImageOutputStream stream, int abortAt, int throwAt) {
        this.stream = stream;
        this.abortAt = abortAt;
        this.throwAt = throwAt;
    }

    private void add(ImageWriter source, String name, Object... details) {
        try {
            events.append(name).append(Arrays.toString(details)).append('@').append(stream.getStreamPosition()).append('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        int number = count++;
        if (number == abortAt) {
            source.abort();
        }
        if (number == throwAt) {
            throw new IllegalStateException("from the listener, event " + number);
        }
    }

    @Override
    public String toString() {
        return count + " events " + ImageText.sha(events.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void imageStarted(ImageWriter source, int imageIndex) {
        add(source, "imageStarted", imageIndex);
    }

    @Override
    public void imageProgress(ImageWriter source, float percentageDone) {
        add(source, "imageProgress", percentageDone);
    }

    @Override
    public void imageComplete(ImageWriter source) {
        add(source, "imageComplete");
    }

    @Override
    public void thumbnailStarted(ImageWriter source, int imageIndex, int thumbnailIndex) {
        add(source, "thumbnailStarted", imageIndex, thumbnailIndex);
    }

    @Override
    public void thumbnailProgress(ImageWriter source, float percentageDone) {
        add(source, "thumbnailProgress", percentageDone);
    }

    @Override
    public void thumbnailComplete(ImageWriter source) {
        add(source, "thumbnailComplete");
    }

    @Override
    public void writeAborted(ImageWriter source) {
        add(source, "writeAborted");
    }

    @Override
    public void warningOccurred(ImageWriter source, int imageIndex, String warning) {
        add(source, "warningOccurred", imageIndex, warning);
    }
}
