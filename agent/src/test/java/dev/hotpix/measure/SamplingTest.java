package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What sampled operations stand for adds up. */
class SamplingTest {
    private static final long MILLISECOND = 1_000_000;

    private final Measurements measurements = new Measurements(Operation.DECODE);
    private long now = 1;
    /** Each look at this clock takes 5 microseconds: so does a walk, which begins and ends with one. */
    private final CallSites sites = AttributionTest.sites(() -> now += 5_000, "dev.hotpix.measure.SamplingTest");
    private final OperationTracker tracker = new OperationTracker(measurements, sites, Operation.DECODE, () -> now);

    private void operation(long nanos, Format format, Engine engine) {
        long token = tracker.enter(Api.IMAGEIO);
        tracker.format(format);
        tracker.engine(engine);
        tracker.pixels(10);
        now += nanos;
        tracker.exit(token);
    }

    void header() {
        operation(20_000, Format.JPEG, Engine.LIBJPEG_TURBO);
    }

    void thumbnail() {
        operation(30_000, Format.JPEG, Engine.LIBJPEG_TURBO);
    }

    void photo() {
        operation(40 * MILLISECOND, Format.JPEG, Engine.STOCK);
    }

    private Map<String, SiteSnapshot> byMethod() {
        return sites.snapshot().stream().collect(Collectors.toMap(
                site -> site.label().replaceAll(".*\\.(\\w+)\\(.*", "$1"), Function.identity()));
    }

    private SeriesSnapshot series(Engine engine) {
        return measurements.snapshot().stream().filter(one -> one.engine() == engine).findFirst().orElseThrow();
    }

    void banner() {
        operation(MILLISECOND, Format.JPEG, Engine.LIBJPEG_TURBO);
    }

    void avatar() {
        operation(MILLISECOND + 200_000, Format.JPEG, Engine.LIBJPEG_TURBO);
    }

    @Test
    void longOperationsAreAllWalkedHoweverMany() {
        for (int i = 0; i < 5_000; i++) {
            photo();
        }
        SiteSnapshot site = sites.snapshot().get(0);
        assertEquals(5_000, site.calls());
        assertEquals(5_000, site.observed());
        assertEquals(5_000 * 40 * MILLISECOND, site.totalNanos());
        assertEquals(series(Engine.STOCK).totalNanos(), site.totalNanos());
        assertEquals(0, site.redirectedCalls());
    }

    @Test
    void whenAllAreWalkedSumsAreExact() {
        for (int i = 0; i < 500; i++) {
            now += 20 * MILLISECOND;
            if (i % 3 == 0) {
                operation(20_000 + i, Format.PNG, Engine.STOCK);
            } else {
                operation(30_000 + i, Format.JPEG, Engine.LIBJPEG_TURBO);
            }
        }
        List<SiteSnapshot> all = sites.snapshot();
        assertEquals(500, all.stream().mapToLong(SiteSnapshot::calls).sum());
        assertEquals(500, all.stream().mapToLong(SiteSnapshot::observed).sum());
        assertEquals(333, all.stream().mapToLong(SiteSnapshot::redirectedCalls).sum());
        assertEquals(measurements.snapshot().stream().mapToLong(SeriesSnapshot::totalNanos).sum(),
                all.stream().mapToLong(SiteSnapshot::totalNanos).sum());
    }

    /** Requests with one of the first, nine of the second and now and then a long one: none may hide another. */
    @Test
    void whenFewAreWalkedSumsAreRightAndSoAreShares() {
        int requests = 100_000;
        for (int i = 0; i < requests; i++) {
            now += MILLISECOND;
            Shop.header(this);
            for (int j = 0; j < 9; j++) {
                Shop.thumbnail(this);
            }
            if (i % 1000 == 0) {
                Shop.photo(this);
            }
        }
        Map<String, SiteSnapshot> found = byMethod();
        SiteSnapshot header = found.get("header");
        SiteSnapshot thumbnail = found.get("thumbnail");
        assertTrue(thumbnail.observed() < 30_000, thumbnail.observed() + " walked");
        long calls = header.calls() + thumbnail.calls();
        assertEquals(series(Engine.LIBJPEG_TURBO).calls(), calls, requests * 10 * 0.01);
        assertTrue(calls <= series(Engine.LIBJPEG_TURBO).calls(), calls + " calls");
        assertEquals(requests, header.calls(), requests * 0.15);
        assertEquals(requests * 9, thumbnail.calls(), requests * 0.3);
        assertEquals(series(Engine.LIBJPEG_TURBO).totalNanos(), header.totalNanos() + thumbnail.totalNanos(),
                requests * 290_000L * 0.01);
        assertEquals(10.0, (double) (header.pixels() + thumbnail.pixels()) / calls, 0.001);
        assertEquals(calls, header.redirectedCalls() + thumbnail.redirectedCalls());
        assertEquals(30_000, thumbnail.p50Nanos(), 1_000);
        assertEquals(requests / 1000, found.get("photo").calls());
        assertEquals(requests / 1000 * 40 * MILLISECOND, found.get("photo").totalNanos());
    }

    /** A walk of 5 microseconds is too much for an operation of a millisecond, which is not short either. */
    @Test
    void ofThoseThatAreHardlyLongTheFirstAreWalkedAndThenAShare() {
        int first = LongWalks.FIRST;
        int requests = 50_000;
        for (int i = 0; i < first / 5; i++) {
            request();
        }
        assertEquals(first, byMethod().get("banner").observed() + byMethod().get("avatar").observed());
        for (int i = first / 5; i < requests; i++) {
            request();
        }
        Map<String, SiteSnapshot> found = byMethod();
        SiteSnapshot banner = found.get("banner");
        SiteSnapshot avatar = found.get("avatar");
        SiteSnapshot header = found.get("header");
        assertTrue(banner.observed() + avatar.observed() < requests * 5 * 0.15, avatar.observed() + " walked");
        assertTrue(banner.observed() + avatar.observed() > requests * 5 * 0.08, avatar.observed() + " walked");
        assertEquals(requests, banner.calls(), requests * 0.08);
        assertEquals(requests * 4, avatar.calls(), requests * 0.08);
        assertEquals(requests, header.calls(), requests * 0.02);
        assertEquals(series(Engine.LIBJPEG_TURBO).totalNanos(),
                banner.totalNanos() + avatar.totalNanos() + header.totalNanos(), requests * 5_000_000L * 0.001);
    }

    private void request() {
        Shop.header(this);
        Shop.banner(this);
        for (int i = 0; i < 4; i++) {
            Shop.avatar(this);
        }
    }

    @Test
    void threadsLoseNothing() throws InterruptedException {
        int each = 20_000;
        CallSites real = AttributionTest.sites(System::nanoTime);
        OperationTracker shared = new OperationTracker(measurements, real, Operation.DECODE, System::nanoTime);
        MeasurementsTest.runAll(4, number -> {
            for (int i = 0; i < each; i++) {
                long token = shared.enter(Api.IMAGEIO);
                shared.pixels(1);
                shared.exit(token);
            }
        });
        long calls = real.snapshot().stream().mapToLong(SiteSnapshot::calls).sum();
        long pixels = real.snapshot().stream().mapToLong(SiteSnapshot::pixels).sum();
        assertTrue(calls > 0 && calls <= 4 * each, calls + " calls");
        ImageOperation last = new ImageOperation(Operation.DECODE);
        last.start(OperationTracker.NONE, Api.IMAGEIO);
        last.nanos = 1;
        last.pixels = 1;
        real.attribute(last, measurements.record(last, true));
        // The last sample takes what was left, and then all are there.
        assertEquals(4 * each + 1, real.snapshot().stream().mapToLong(SiteSnapshot::calls).sum());
        assertEquals(4 * each + 1, real.snapshot().stream().mapToLong(SiteSnapshot::pixels).sum());
        assertTrue(pixels <= 4 * each, pixels + " pixels");
    }
}

/** The application of these tests; the tests themselves pass for a library. */
final class Shop {

    private Shop() {
    }

    static void header(SamplingTest test) {
        test.header();
    }

    static void thumbnail(SamplingTest test) {
        test.thumbnail();
    }

    static void banner(SamplingTest test) {
        test.banner();
    }

    static void avatar(SamplingTest test) {
        test.avatar();
    }

    static void photo(SamplingTest test) {
        test.photo();
    }
}
