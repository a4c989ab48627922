package dev.hotpix.instrument.decoders;

import dev.hotpix.instrument.PixelCount;
import dev.hotpix.measure.Api;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.ImageOperation;
import dev.hotpix.measure.OperationTracker;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.waste.WasteTracker;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/** Measures the calls of woven methods of image libraries. Of calls that nest the outermost is the operation. */
public final class DecoderCalls {

    private final OperationTrackers trackers;
    private final WovenMethods woven;

    DecoderCalls(OperationTrackers trackers, WovenMethods woven) {
        this.trackers = trackers;
        this.woven = woven;
    }

    /** See {@code HotpixDecoders.enter}. */
    public long entered(int number, Object input) {
        try {
            DecoderMethod method = woven.get(number).method;
            OperationTracker tracker = trackers.of(method.operation());
            long token = tracker.enter(method.api());
            tracker.engine(method.engine());
            if (method.format() != null) {
                tracker.format(method.format());
            }
            if (input != null && !method.isLazy()) {
                addBytes(tracker, bytes(method.bytes(), input));
            }
            if (input != null && method.format() == null) {
                tracker.format(FileHead.format(input));
            }
            return token;
        } catch (Throwable shortOfMemoryOrStack) {
            return OperationTracker.NONE;
        }
    }

    /** Once per operation: a call within another may be told of the same bytes. */
    private static void addBytes(OperationTracker tracker, long count) {
        ImageOperation running = tracker.running();
        if (running != null && running.bytes() == 0) {
            tracker.bytes(count);
        }
    }

    private static long bytes(Place place, Object data) {
        if (place.getter() != null) {
            return place.getter().ask(data);
        }
        return data instanceof byte[] ? ((byte[]) data).length
                : data instanceof ByteBuffer ? ((ByteBuffer) data).remaining() : 0;
    }

    /** See {@code HotpixDecoders.exit}. */
    public void left(
            long token, int number, Object result, Object image, Object other, Object output, Object name, int first,
            int second, Throwable thrown) {
        OperationTracker tracker = null;
        Outcome outcome = Outcome.ERROR;
        try {
            WovenMethods.Woven called = woven.get(number);
            DecoderMethod method = called.method;
            tracker = trackers.of(method.operation());
            boolean failed = thrown != null || called.returnsObject && result == null
                    || Boolean.FALSE.equals(result);
            long pixels = failed ? 0 : ImageSize.pixels(method.size(), image, other, first, second);
            // OpenCV returns an image without pixels where others throw.
            failed |= pixels == 0;
            outcome = failed ? Outcome.ERROR : method.isLazy() ? Outcome.LAZY : Outcome.OK;
            // After a failure nothing of the library is called: its objects may no longer stand for anything.
            if (name != null && (!failed || method.name().getter() == null)) {
                tracker.format(format(method, name));
            }
            if (output != null && !failed) {
                addBytes(tracker, bytes(method.bytes(), output));
            }
            boolean promised = method.isLazy() && method.size() == SizePlaces.NONE;
            if (pixels > 0 && !promised) {
                addPixels(tracker, token, pixels);
            }
            if (token != OperationTracker.NONE && method.isReading() && pixels >= WasteTracker.LEAST_DECODED
                    && image.getClass() == BufferedImage.class) {
                tracker.result(image);
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // The operation is counted all the same.
        }
        if (tracker != null) {
            tracker.exit(token, outcome);
        }
    }

    private static Format format(DecoderMethod method, Object name) {
        Object told = method.name().getter() == null ? name : method.name().getter().askObject(name);
        return told instanceof String ? Format.ofFileName((String) told)
                : told instanceof Enum ? Format.ofFileName(((Enum<?>) told).name()) : null;
    }

    /** A call within another speaks only for one that may not know the size itself: that of a method of the user's. */
    private static void addPixels(OperationTracker tracker, long token, long count) {
        ImageOperation running = tracker.running();
        if (running != null && (token != OperationTracker.NONE || running.api() == Api.OWN && running.pixels() == 0)) {
            tracker.pixels(count - running.pixels());
        }
    }
}
