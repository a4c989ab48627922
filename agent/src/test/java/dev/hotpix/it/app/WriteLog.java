package dev.hotpix.it.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.event.IIOWriteWarningListener;
import javax.imageio.stream.ImageOutputStream;

/** All events of a writer in their order, with the position of its stream when they came. */
final class WriteLog extends EventRecord implements IIOWriteProgressListener, IIOWriteWarningListener {

    private final ImageOutputStream stream;

    /**
     * @param abortAt number of the event at which to abort; below 0: never
     * @param throwAt number of the event at which to throw; below 0: never
     */
    WriteLog(ImageOutputStream stream, int abortAt, int throwAt) {
        super(abortAt, throwAt);
        this.stream = stream;
    }

    private void add(ImageWriter source, String name, Object... details) {
        try {
            add(source::abort, name + '@' + stream.getStreamPosition(), details);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
