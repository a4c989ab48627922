package dev.hotpix.instrument.toolkit;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.ImageOperation;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import java.awt.image.ImageConsumer;

/**
 * Measures how images of {@code Toolkit}, {@code ImageIcon} and Swing are loaded, on the JDK's fetcher threads. Of an
 * animation, the first frame is measured: the thread decodes the others as they are shown, and sleeps in between.
 */
public final class FetchCalls {

    private final OperationTracker decodes;
    private final Origins origins;
    private final ThreadLocal<Fetch> fetches = ThreadLocal.withInitial(Fetch::new);

    /** What is known of the load that runs on a thread. */
    private static final class Fetch {
        long token;
        Object source;
        Object decoder;

        void reset(long newToken, Object newSource) {
            token = newToken;
            source = newSource;
            decoder = null;
        }
    }

    /** @param origins tells who made the images */
    public FetchCalls(OperationTrackers trackers, Origins origins) {
        this.decodes = trackers.of(Operation.DECODE);
        this.origins = origins;
    }

    /** See {@code HotpixToolkit.enterFetch}. */
    public long fetchEntered(Object source) {
        try {
            if (!SourceFields.hasConsumers(source)) {
                // Nobody wants the image any more, and it will not be loaded.
                return OperationTracker.NONE;
            }
            long token = decodes.enter(Api.TOOLKIT);
            if (token != OperationTracker.NONE) {
                fetches.get().reset(token, source);
                decodes.origin(origins.of(source));
            }
            return token;
        } catch (Throwable shortOfMemoryOrStack) {
            return OperationTracker.NONE;
        }
    }

    /** See {@code HotpixToolkit.exitFetch}. */
    public void fetchLeft(long token, Object source, Throwable thrown) {
        try {
            Fetch fetch = fetches.get();
            if (fetch.token == token) {
                // No image was complete.
                boolean aborted = thrown == null && SourceFields.isAborted(fetch.decoder);
                end(fetch, aborted ? Outcome.ABORTED : Outcome.ERROR);
            }
        } catch (Throwable shortOfMemoryOrStack) {
            decodes.exit(token, Outcome.ERROR);
        }
    }

    private void end(Fetch fetch, Outcome outcome) {
        decodes.bytes(SourceFields.bytes(fetch.source));
        decodes.exit(fetch.token, outcome);
        fetch.reset(OperationTracker.NONE, null);
    }

    /** The load of which {@code decoder} is on this thread, or null. */
    private Fetch of(Object decoder) {
        Fetch fetch = fetches.get();
        return fetch.token != OperationTracker.NONE && fetch.decoder == decoder ? fetch : null;
    }

    /** See {@code HotpixToolkit.decoderFound}. */
    public void decoderFound(Object decoder) {
        try {
            Fetch fetch = of(null);
            if (fetch != null) {
                fetch.decoder = decoder;
                decodes.format(format(decoder.getClass().getName()));
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // The format stays unknown.
        }
    }

    private static Format format(String decoder) {
        switch (decoder) {
            case "sun.awt.image.JPEGImageDecoder":
                return Format.JPEG;
            case "sun.awt.image.PNGImageDecoder":
                return Format.PNG;
            case "sun.awt.image.GifImageDecoder":
                return Format.GIF;
            default:
                return Format.OTHER;
        }
    }

    /** See {@code HotpixToolkit.decoderSized}. */
    public void decoderSized(Object decoder, int width, int height) {
        try {
            ImageOperation running = of(decoder) == null ? null : decodes.running();
            if (running != null && running.pixels() == 0) {
                decodes.pixels((long) width * height);
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // The size stays unknown.
        }
    }

    /**
     * See {@code HotpixToolkit.decoderComplete}. The load ends here: once the consumers know, the application may ask
     * for the counts.
     */
    public void decoderComplete(Object decoder, int status) {
        try {
            Fetch fetch = of(decoder);
            if (fetch != null && (status == ImageConsumer.STATICIMAGEDONE || status == ImageConsumer.SINGLEFRAMEDONE)) {
                end(fetch, SourceFields.hasFailed(decoder) ? Outcome.ERROR : Outcome.OK);
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // It counts as an error.
        }
    }
}
