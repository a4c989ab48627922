package dev.hotpix.redirect.jpeg.encode;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.ImageOutputStreamImpl;

/**
 * The native state of the JDK's writers, which outlives an image. After an image that failed stock refuses all others
 * until the writer gets a new output; and tables beyond the usual two of a kind stay for images that bring fewer.
 * What stock would have left behind is brought about by stock itself, with an image of one pixel that fails at its
 * first write.
 */
final class StockState {

    private final WriterInternals internals;
    private final Set<Object> failed = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Map<Object, WriteRequest> last = Collections.synchronizedMap(new WeakHashMap<>());

    StockState(WriterInternals internals) {
        this.internals = internals;
    }

    /** Whether a writer's last image failed, so that only stock knows whether it would take another. */
    boolean isFailed(Object writer) {
        return failed.contains(writer);
    }

    /** Stock has encoded an image, or failed to. */
    void stockLeft(Object writer, boolean failure) {
        if (failure) {
            failed.add(writer);
        } else {
            failed.remove(writer);
        }
    }

    /** An image that was encoded in stock's place has failed. */
    void fail(WriteRequest request) {
        failed.add(request.writer);
        failStock(request.writer, pixel(request));
    }

    /** An image was encoded in stock's place. */
    void encoded(WriteRequest request) throws Throwable {
        if (RequestedTables.stay(request)) {
            failStock(request.writer, pixel(request));
            internals.resetNativeState(request.writer);
        } else {
            last.put(request.writer, pixel(request));
        }
    }

    /** Stock is about to encode an image that lacks tables. Some libjpegs still have those of the image before. */
    void bringTables(WriteRequest request) throws Throwable {
        WriteRequest before = last.remove(request.writer);
        if (before != null && !internals.abortRequested(request.writer)) {
            failStock(request.writer, before);
            internals.resetNativeState(request.writer);
        }
    }

    /** Refers to no writer, which a map's value would keep alive. */
    private static WriteRequest pixel(WriteRequest request) {
        return new WriteRequest(null, 0, new byte[1])
                .colors(1, 1, 1, new int[] {8}).size(1, 1, 1, 1, 1)
                .tables(request.quantTables, request.emitQuant, request.dcTables, request.acTables, request.emitHuffman)
                .coding(request.optimize, false, 0, null, true, 0)
                .components(new int[] {1}, new int[] {1}, new int[] {1}, new int[] {0});
    }

    private void failStock(Object writer, WriteRequest pixel) {
        ImageOutputStream stream = internals.stream(writer);
        internals.stream(writer, new FailingStream());
        try {
            internals.writeImage(writer, pixel);
        } catch (Throwable wanted) {
            // It leaves stock as its own failure would have.
        } finally {
            internals.stream(writer, stream);
        }
    }

    private static final class FailingStream extends ImageOutputStreamImpl {

        @Override
        public void write(int value) throws IOException {
            throw new IOException();
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            throw new IOException();
        }

        @Override
        public int read() {
            return -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            return -1;
        }
    }
}
