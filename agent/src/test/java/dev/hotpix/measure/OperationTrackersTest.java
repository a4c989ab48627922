package dev.hotpix.measure;

import static java.util.stream.Collectors.toList;
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

    @Test
    void conversionsWithinADecodeAreOneOfItsFormat() {
        List<Operation> begun = new ArrayList<>();
        running.listen(new OperationListener() {
            @Override
            public void began(ImageOperation operation) {
                begun.add(operation.kind());
            }

            @Override
            public void ended(ImageOperation operation) {
                begun.add(operation.kind());
            }
        });
        long read = decode.enter(Api.IMAGEIO);
        decode.format(Format.JPEG);
        for (int row = 0; row < 5; row++) {
            now += 10;
            long profile = convert.enter(Api.JAVA2D);
            convert.pixels(300);
            now += 100;
            convert.exit(profile);
            assertEquals(List.of(), converts.snapshot());
        }
        decode.exit(read);

        SeriesSnapshot conversion = only(converts);
        assertEquals(1, conversion.calls());
        assertEquals(500, conversion.totalNanos());
        assertEquals(1_500, conversion.pixels());
        assertEquals(Format.JPEG, conversion.format());
        assertEquals(Api.IMAGEIO, conversion.api());
        assertEquals(50, only(decodes).selfNanos());
        assertEquals(List.of(Operation.DECODE, Operation.CONVERT, Operation.CONVERT, Operation.DECODE), begun);
    }

    @Test
    void conversionsBelongToTheInnerOfTwo() {
        long write = encode.enter(Api.IMAGEIO);
        encode.format(Format.PNG);
        convertOnce();
        long read = decode.enter(Api.IMAGEIO);
        decode.format(Format.JPEG);
        convertOnce();
        convertOnce();
        decode.exit(read);
        convertOnce();
        encode.exit(write);
        convertOnce();

        List<String> counted = converts.snapshot().stream()
                .map(of -> of.format() + " " + of.api() + " " + of.calls() + " " + of.totalNanos()).collect(toList());
        assertEquals(List.of("JPEG IMAGEIO 1 200", "PNG IMAGEIO 1 200", "UNKNOWN JAVA2D 1 100"), counted);
        assertEquals(0, only(encodes).selfNanos());
    }

    private void convertOnce() {
        long profile = convert.enter(Api.JAVA2D);
        now += 100;
        convert.exit(profile);
    }

    @Test
    void conversionsOfADecodeThatNeverEndedAreNotTheNextOnes() {
        decode.enter(Api.IMAGEIO);
        convertOnce();
        now += OperationTracker.STALE_NANOS;
        decode.exit(decode.enter(Api.IMAGEIO));

        assertEquals(List.of(), converts.snapshot());
    }

    @Test
    void partsAreOneOperationOnceItIsRecorded() {
        GatheredOperation rows = new GatheredOperation();
        for (int row = 0; row < 3; row++) {
            long part = convert.enterPart();
            now += 100;
            convert.exitPart(part, rows);
            now += 10_000;
        }
        assertEquals(List.of(), converts.snapshot());
        rows.pixels(77);
        for (int i = 0; i < 2; i++) {
            convert.record(rows, Api.TOOLKIT, Format.UNKNOWN, Outcome.ABORTED, null);
        }

        assertEquals(1, only(converts).calls());
        assertEquals(300, only(converts).totalNanos());
        assertEquals(77, only(converts).pixels());
        assertEquals(Outcome.ABORTED, only(converts).outcome());
    }

    @Test
    void whatIsDiscardedLeavesNothingBehind() {
        long read = decode.enter(Api.IMAGEIO);
        now += 100;
        decode.discard(read);
        assertNull(decode.running());
        assertEquals(List.of(), decodes.snapshot());

        long next = decode.enter(Api.IMAGEIO);
        decode.discard(read);
        now += 1;
        decode.exit(next);
        assertEquals(1, only(decodes).totalNanos());
    }

    @Test
    void bytesAreWhatTheFirstStreamMovedOn() {
        Object reader = new Object();
        long read = decode.enter(Api.IMAGEIO);
        decode.position(reader, -1);
        decode.position(reader, 100);
        Object inner = new Object();
        decode.position(inner, 5);
        decode.position(inner, 9_000);
        decode.position(reader, 250);
        decode.position(reader, 260);
        decode.exit(read);
        decode.position(reader, 1_000);

        assertEquals(160, only(decodes).bytes());
    }

    @Test
    void aStreamThatWentBackSaysNothing() {
        Object reader = new Object();
        long read = decode.enter(Api.IMAGEIO);
        decode.position(reader, 100);
        decode.position(reader, 20);
        decode.exit(read);

        assertEquals(0, only(decodes).bytes());
    }
}
