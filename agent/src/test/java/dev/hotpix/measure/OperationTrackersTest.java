package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations of several kinds on one thread. */
class OperationTrackersTest {
    private long now = 1_000;
    private final RunningOperations running = new RunningOperations();
    private final Measurements decodes = new Measurements(Operation.DECODE);
    private final Measurements encodes = new Measurements(Operation.ENCODE);
    private final Measurements converts = new Measurements(Operation.CONVERT);
    private final OperationTracker convert = tracker(converts, Operation.CONVERT, null);
    private final OperationTracker decode = tracker(decodes, Operation.DECODE, convert);
    private final OperationTracker encode = tracker(encodes, Operation.ENCODE, convert);

    private OperationTracker tracker(Measurements into, Operation kind, OperationTracker conversions) {
        return new OperationTracker(into, null, kind, running, conversions, () -> now);
    }

    private static SeriesSnapshot only(Measurements of) {
        assertEquals(1, of.snapshot().size());
        return of.snapshot().get(0);
    }

    @Test
    void timeOfAnOperationWithinAnotherIsTheInnermostsOwn() {
        long write = encode.enter(Api.IMAGEIO);
        now += 10;
        long read = decode.enter(Api.IMAGEIO);
        now += 100;
        long profile = convert.enter(Api.IMAGEIO);
        now += 1_000;
        convert.exit(profile);
        decode.exit(read);
        now += 10_000;
        encode.exit(write);

        assertEquals(1_000, only(converts).selfNanos());
        assertEquals(1_100, only(decodes).totalNanos());
        assertEquals(100, only(decodes).selfNanos());
        assertEquals(11_110, only(encodes).totalNanos());
        assertEquals(10_010, only(encodes).selfNanos());
    }

    @Test
    void oneAfterTheOtherAreNotNested() {
        long read = decode.enter(Api.IMAGEIO);
        now += 100;
        decode.exit(read);
        long write = encode.enter(Api.IMAGEIO);
        now += 10;
        encode.exit(write);

        assertEquals(100, only(decodes).selfNanos());
        assertEquals(10, only(encodes).selfNanos());
    }

    @Test
    void anInnerOperationThatNeverEndedDoesNotFalsifyTheNext() {
        decode.enter(Api.IMAGEIO);
        now += OperationTracker.STALE_NANOS;
        long read = decode.enter(Api.IMAGEIO);
        now += 100;
        long profile = convert.enter(Api.IMAGEIO);
        now += 1_000;
        convert.exit(profile);
        decode.exit(read);

        assertEquals(100, only(decodes).selfNanos());
    }

    @Test
    void bytesAddUp() {
        long read = decode.enter(Api.IMAGEIO);
        decode.bytes(300);
        decode.bytes(-1);
        decode.bytes(20);
        decode.exit(read);
        decode.bytes(5);

        assertEquals(320, only(decodes).bytes());
    }

    @Test
    void listenersSeeWhatWasCounted() {
        List<String> seen = new ArrayList<>();
        running.listen(operation -> {
            throw new IllegalStateException("of a listener");
        });
        running.listen(new OperationListener() {
            @Override
            public void began(ImageOperation operation) {
                operation.attach(operation.kind());
            }

            @Override
            public void ended(ImageOperation operation) {
                seen.add(operation.attachment() + " " + operation.format() + " " + operation.nanos());
            }
        });
        long read = decode.enter(Api.IMAGEIO);
        decode.format(Format.PNG);
        now += 7;
        decode.exit(read);

        assertEquals(List.of("DECODE PNG 7"), seen);
    }

    @Test
    void workForAnOriginIsChargedToItOnAnyThread() throws Exception {
        CallSites sites = AttributionTest.sites(() -> now);
        OperationTracker tracker =
                new OperationTracker(decodes, sites, Operation.DECODE, new RunningOperations(), null, () -> now);
        Origin origin = sites.here();
        assertNotNull(origin);
        Thread fetcher = new Thread(() -> {
            long load = tracker.enter(Api.TOOLKIT);
            tracker.origin(origin);
            tracker.origin(new Origin("another"));
            tracker.exit(load);
        });
        fetcher.start();
        fetcher.join();

        assertEquals(1, sites.snapshot().size());
        assertEquals(origin.label(), sites.snapshot().get(0).label());
        assertEquals(1, sites.snapshot().get(0).observed());
    }

    @Test
    void noAttachmentOrSiteOfAnEarlierOperation() {
        List<ImageOperation> seen = new ArrayList<>();
        running.listen(seen::add);
        long first = decode.enter(Api.IMAGEIO);
        decode.exit(first);
        seen.get(0).attach("left over");
        long second = decode.enter(Api.IMAGEIO);
        decode.exit(second);

        assertNull(seen.get(1).attachment());
        assertNull(seen.get(1).site());
    }
}
