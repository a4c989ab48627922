package dev.hotpix.redirect.jpeg;

import java.awt.image.BufferedImage;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/**
 * Delivers rows that are known to be good through the reader's own callbacks, in the order in which stock's
 * native decoder calls them. Where a callback aborts the read or throws, stock stops with its stream, its buffer
 * and its tables somewhere in the middle of the image: then stock itself, unseen, is let go just as far.
 */
final class Replay {

    private static final int NEVER = -2;
    private static final int PASS_STARTED = -1;
    private static final int PASS_COMPLETE = Integer.MAX_VALUE;

    private final ReaderCallbacks callbacks;
    private final ReadRequest request;
    private final Object reader;
    private final boolean severalScans;
    private int event = PASS_STARTED;
    private int abortedAt = NEVER;
    private int thrownAt = NEVER;

    Replay(ReaderCallbacks callbacks, ReadRequest request, boolean severalScans) {
        this.callbacks = callbacks;
        this.request = request;
        this.reader = request.reader();
        this.severalScans = severalScans;
    }

    /**
     * Delivers.
     *
     * @throws Throwable what a callback threw
     */
    void run(KeptRows rows) throws Throwable {
        boolean before = callbacks.abortRequested(reader);
        callbacks.abortRequested(reader, false);
        try {
            deliver(rows);
        } catch (Throwable thrown) {
            thrownAt = event;
            throw thrown;
        } finally {
            noteAbort();
            if (abortedAt == NEVER) {
                callbacks.abortRequested(reader, before);
            }
        }
    }

    private void deliver(KeptRows rows) throws Throwable {
        if (request.wantUpdates()) {
            callbacks.passStarted(reader, 0);
            noteAbort();
        }
        for (int y = 0; y < rows.rows() && abortedAt == NEVER; y++) {
            event = y;
            rows.give(y, this::accept);
            noteAbort();
        }
        event = PASS_COMPLETE;
        if (request.wantUpdates()) {
            callbacks.passComplete(reader);
        }
    }

    /** One row through the reader. */
    void accept(int y, byte[] samples, int offset) throws Throwable {
        byte[] buffer = request.buffer();
        System.arraycopy(samples, offset, buffer, 0, buffer.length);
        callbacks.acceptPixels(reader, y, severalScans);
    }

    private void noteAbort() {
        if (abortedAt == NEVER && callbacks.abortRequested(reader)) {
            abortedAt = event;
        }
    }

    boolean isAborted() {
        return abortedAt != NEVER;
    }

    /** Whether all rows were delivered, and nobody threw or aborted. */
    boolean isComplete() {
        return abortedAt == NEVER && thrownAt == NEVER;
    }

    /**
     * Lets stock stop where this has stopped. The stream must stand where it stood when the decode was asked for,
     * and the reader's native decoder must not have been touched since.
     */
    void stopStock(ReaderInternals internals) throws Throwable {
        Stop stop = new Stop();
        callbacks.clearNativeAbort(request);
        try {
            callbacks.unseen(reader, stop, () -> request.callStock(internals));
        } catch (Stopped asWanted) {
            if (asWanted != stop.thrown) {
                throw asWanted;
            }
        }
    }

    /** Aborts and throws at the same events as the application's listeners did. */
    private final class Stop implements IIOReadUpdateListener {

        private final Stopped thrown = new Stopped();
        private int row;

        private void at(int now) {
            if (now == abortedAt) {
                ((ImageReader) reader).abort();
            }
            if (now == thrownAt) {
                throw thrown;
            }
        }

        @Override
        public void passStarted(
                ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
                int periodX, int periodY, int[] bands) {
            at(PASS_STARTED);
        }

        @Override
        public void imageUpdate(
                ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX,
                int periodY, int[] bands) {
            at(row++);
        }

        @Override
        public void passComplete(ImageReader source, BufferedImage image) {
            at(PASS_COMPLETE);
        }

        @Override
        public void thumbnailPassStarted(
                ImageReader source, BufferedImage image, int pass, int minPass, int maxPass, int minX, int minY,
                int periodX, int periodY, int[] bands) {
            // Stock reads no thumbnail here.
        }

        @Override
        public void thumbnailUpdate(
                ImageReader source, BufferedImage image, int minX, int minY, int width, int height, int periodX,
                int periodY, int[] bands) {
            // Nor here.
        }

        @Override
        public void thumbnailPassComplete(ImageReader source, BufferedImage image) {
            // Nor here.
        }
    }

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }
}
