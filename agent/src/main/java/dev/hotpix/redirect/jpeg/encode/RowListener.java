package dev.hotpix.redirect.jpeg.encode;

import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;

/** Passes on a probe's progress. */
final class RowListener implements IIOWriteProgressListener {

    private final ProbeEncode.Output output;

    RowListener(ProbeEncode.Output output) {
        this.output = output;
    }

    @Override
    public void imageProgress(ImageWriter source, float percentageDone) {
        output.rowDone();
    }

    @Override
    public void imageStarted(ImageWriter source, int imageIndex) {
        // Of no interest.
    }

    @Override
    public void imageComplete(ImageWriter source) {
        // Of no interest.
    }

    @Override
    public void thumbnailStarted(ImageWriter source, int imageIndex, int thumbnailIndex) {
        // Of no interest.
    }

    @Override
    public void thumbnailProgress(ImageWriter source, float percentageDone) {
        // Of no interest.
    }

    @Override
    public void thumbnailComplete(ImageWriter source) {
        // Of no interest.
    }

    @Override
    public void writeAborted(ImageWriter source) {
        // Of no interest.
    }
}
