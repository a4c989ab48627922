package dev.hotpix.instrument.decoders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SeriesSnapshot;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What woven methods report becomes operations, at the price that measuring may have. */
class DecoderCallsTest {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final OperationTrackers trackers =
            new OperationTrackers(new CallSites(null, Set.of(), List.of()));
    private final WovenMethods woven = new WovenMethods();
    private final DecoderCalls calls = new DecoderCalls(trackers, woven);

    /** As a library's image. */
    public static final class Mat {
        public int cols() {
            return 20;
        }

        public int rows() {
            return 10;
        }

        public long total() {
            return 123;
        }
    }

    private int method(
            Operation operation, Api api, Engine engine, boolean lazy, String name, String size, String bytes) {
        return woven.number(operation + " " + api + lazy + size, new DecoderMethod(
                new MethodPattern("a.B", "c", null), operation, api, engine, lazy, null,
                name == null ? Place.NONE : Place.ofName(name), size == null ? SizePlaces.NONE : SizePlaces.of(size),
                bytes == null ? Place.NONE : Place.of(bytes)), true);
    }

    private SeriesSnapshot only() {
        List<SeriesSnapshot> all = trackers.snapshot();
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    private static String tags(SeriesSnapshot series) {
        return series.operation().label() + " " + series.format().label() + " " + series.api().label() + " "
                + series.engine().label() + " " + series.outcome().label() + " " + series.calls() + " "
                + series.pixels() + " " + series.bytes();
    }

    @Test
    void sizeAndBytesAreAskedOfTheLibrary() {
        int imwrite = method(Operation.ENCODE, Api.OPENCV, Engine.OPENCV, false, "0", "1.cols,rows", "2.total");
        long token = calls.entered(imwrite, null);
        calls.left(token, imwrite, true, new Mat(), null, new Mat(), "/tmp/a.PNG", 0, 0, null);
        assertEquals("encode png opencv opencv ok 1 200 123", tags(only()));
    }

    @Test
    void callsThatNestAreOne() {
        int outer = method(Operation.DECODE, Api.DJL, null, false, null, "result.cols,rows", null);
        int inner = method(Operation.DECODE, Api.OPENCV, Engine.OPENCV, false, null, "result.cols,rows", "0");
        long token = calls.entered(outer, null);
        long none = calls.entered(inner, JPEG);
        calls.left(none, inner, new Mat(), new Mat(), null, null, null, 0, 0, null);
        calls.left(token, outer, new Mat(), new Mat(), null, null, null, 0, 0, null);
        assertEquals("decode jpeg djl opencv ok 1 200 13", tags(only()));
    }

    @Test
    void anOwnMethodThatKnowsNoSizeHasThatOfWhatItCalls() {
        int outer = method(Operation.DECODE, Api.OWN, Engine.OTHER, false, null, null, null);
        int inner = method(Operation.DECODE, Api.SKIJA, Engine.SKIJA, false, null, "result.cols,rows", "0");
        long token = calls.entered(outer, null);
        calls.left(calls.entered(inner, JPEG), inner, new Mat(), new Mat(), null, null, null, 0, 0, null);
        calls.left(token, outer, new Object(), null, null, null, null, 0, 0, null);
        assertEquals("decode jpeg own skija ok 1 200 13", tags(only()));
    }

    @Test
    void failuresAreErrors() {
        int decode = method(Operation.DECODE, Api.LWJGL_STB, Engine.LWJGL_STB, false, null, "[1],[2]", "0");
        calls.left(calls.entered(decode, JPEG), decode, null, new int[1], new int[1], null, null, 0, 0, null);
        calls.left(calls.entered(decode, JPEG), decode, new Object(), new int[1], new int[1], null, null, 0, 0, null);
        calls.left(calls.entered(decode, JPEG), decode, null, null, null, null, null, 0, 0, new Error());
        assertEquals("decode jpeg lwjgl-stb lwjgl-stb error 3 0 39", tags(only()));
    }

    @Test
    void lazyDecodesMakeNothing() {
        int decode = method(Operation.DECODE, Api.VIPS, Engine.VIPS, true, null, null, "0");
        calls.left(calls.entered(decode, JPEG), decode, new Mat(), null, null, null, null, 0, 0, null);
        assertEquals("decode jpeg vips vips " + Outcome.LAZY.label() + " 1 0 0", tags(only()));
    }

    @Test
    void framesAreAddedUp() {
        int decode = method(Operation.DECODE, Api.JAVAFX, Engine.JAVAFX, false, null, "result.cols,rows", null);
        Object[] frames = {new Mat(), null, new Mat()};
        calls.left(calls.entered(decode, null), decode, frames, frames, null, null, null, 0, 0, null);
        assertEquals("decode unknown javafx javafx ok 1 400 0", tags(only()));
    }

    @Test
    void nothingIsAllocatedInSteadyState() {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled());
        // Inner calls, since a sample of the outer ones looks for its call site, which allocates.
        long token = trackers.of(Operation.DECODE).enter(Api.OTHER);
        long outerEncode = trackers.of(Operation.ENCODE).enter(Api.OTHER);
        operate();
        operate();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        operate();
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        trackers.of(Operation.ENCODE).exit(outerEncode);
        trackers.of(Operation.DECODE).exit(token);
        assertTrue(allocated < 4096, allocated + " bytes");
    }

    private void operate() {
        int decode = method(Operation.DECODE, Api.LWJGL_STB, Engine.LWJGL_STB, false, null, "[1],[2]", "0");
        int encode = method(Operation.ENCODE, Api.OPENCV, Engine.OPENCV, false, "0", "1.cols,rows", "2.total");
        ByteBuffer file = ByteBuffer.wrap(JPEG);
        int[] side = {10};
        Mat mat = new Mat();
        for (int i = 0; i < 50_000; i++) {
            calls.left(calls.entered(decode, file), decode, mat, side, side, null, null, 0, 0, null);
            calls.left(calls.entered(encode, null), encode, Boolean.TRUE, mat, null, mat, "photo.webp", 0, 0, null);
        }
    }
}
