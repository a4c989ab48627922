package dev.hotpix.publish.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.measure.SampleIntervals;
import dev.hotpix.publish.SampleTelemetry;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final SampleTelemetry telemetry = new SampleTelemetry();
    private final AtomicLong clock = new AtomicLong(1_000_000);
    private final Timeline timeline = new Timeline(SampleIntervals.reader(telemetry::series, clock));

    private void decode(long nanos) {
        telemetry.of(Operation.DECODE).record(Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK, nanos, 1000);
    }

    /** For three days, with reports in between: few points, no gap between them, and no call lost. */
    @Test
    void fewPointsForALongLife() {
        Random random = new Random(7);
        long calls = 0;
        while (clock.get() < 1_000_000 + 3 * 86_400_000L) {
            clock.addAndGet(timeline.sample());
            for (int i = random.nextInt(3); i > 0; i--) {
                decode(2_000_000);
                calls++;
            }
            if (random.nextInt(50) == 0) {
                clock.addAndGet(random.nextInt(100));
                assertTrue(timeline.points().size() <= Timeline.MOST_POINTS);
            }
        }
        List<Timeline.Point> points = timeline.points();
        assertTrue(points.size() > Timeline.MOST_POINTS / 3 && points.size() <= Timeline.MOST_POINTS,
                () -> points.size() + " points");
        long end = 1_000_000;
        long sum = 0;
        for (Timeline.Point point : points) {
            assertEquals(end, point.startMillis);
            end = point.endMillis;
            sum += point.of(Operation.DECODE) == null ? 0 : point.of(Operation.DECODE).calls;
            assertNull(point.of(Operation.ENCODE));
        }
        assertEquals(clock.get(), end);
        assertEquals(calls, sum);
    }

    /** A point of some milliseconds would show one call as hundreds per second. */
    @Test
    void aReportBetweenSamplesMakesNoPointOfItsOwn() {
        clock.addAndGet(timeline.sample());
        decode(1);
        clock.addAndGet(timeline.sample());
        int before = timeline.points().size();
        clock.addAndGet(3);
        decode(1);
        List<Timeline.Point> points = timeline.points();
        assertEquals(before, points.size());
        assertEquals(clock.get(), points.get(points.size() - 1).endMillis);
    }

    @Test
    void percentilesOfPointsThatBecameOne() {
        for (int i = 1; i <= 1000; i++) {
            decode(i * 1_000_000L);
            if (i % 2 == 0) {
                clock.addAndGet(timeline.sample());
            }
        }
        Load all = null;
        for (Timeline.Point point : timeline.points()) {
            all = Load.sum(all, point.of(Operation.DECODE));
        }
        assertEquals(1000, all.calls);
        assertEquals(1_000_000, all.pixels);
        assertEquals(500e6, all.atPercentile(50), 500e6 * 0.09);
        assertEquals(990e6, all.atPercentile(99), 990e6 * 0.09);
        assertEquals(1e6, all.atPercentile(0), 1e6 * 0.09);
    }

    @Test
    void theShortestAndTheLongest() {
        decode(0);
        timeline.sample();
        assertEquals(1_000, timeline.points().get(0).of(Operation.DECODE).atPercentile(50));
        decode(Long.MAX_VALUE);
        clock.addAndGet(1000);
        List<Timeline.Point> points = timeline.points();
        assertEquals(137e9, points.get(points.size() - 1).of(Operation.DECODE).atPercentile(99), 137e9 * 0.09);
    }

    @Test
    void aRareKindIsSeenBesideAFrequentOne() throws Exception {
        for (int i = 0; i < 10; i++) {
            for (int n = 0; n < 1000; n++) {
                decode(3_000);
            }
            telemetry.of(Operation.ENCODE).record(Api.IMAGEIO, Format.PNG, Engine.STOCK, Outcome.OK, 1_000_000, 1);
            clock.addAndGet(timeline.sample());
        }
        Html page = new Html().markup("<body>");
        new TimelinePlot(timeline.points(), 1_000_000).appendTo(page);
        WebPage parsed = WebPage.parse("<html>" + page.markup("</body></html>"));
        String rare = parsed.all("path").get(1).getAttribute("d");
        // Two per second, in decades from 0.1 to 10,000, of which the highest is at 12 and the lowest at 188.
        double height = 188 - (188 - 12) * Math.log10(2 / 0.1) / 5;
        assertTrue(rare.contains(" " + Units.plain(Math.round(height * 10) / 10.0) + "L"), rare);
    }

    @Test
    void aPlotOfIt() throws Exception {
        for (int i = 0; i < 20; i++) {
            // Nothing happens in the middle.
            if (i < 5 || i > 15) {
                decode(3_000_000);
            }
            clock.addAndGet(timeline.sample());
        }
        Html page = new Html().markup("<body>");
        TimelinePlot plot = new TimelinePlot(timeline.points(), 1_000_000 - 4_000);
        assertTrue(plot.isWorthIt());
        plot.appendTo(page);
        WebPage parsed = WebPage.parse("<html>" + page.markup("</body></html>"));
        assertEquals(2, parsed.all("svg").size());
        assertEquals(3, parsed.all("path").size());
        String rates = parsed.all("path").get(0).getAttribute("d");
        String medians = parsed.all("path").get(2).getAttribute("d");
        assertEquals(0, rates.lastIndexOf('M'), "without a gap: " + rates);
        assertTrue(medians.lastIndexOf('M') > 0, "with a gap: " + medians);
        assertTrue(parsed.text().contains("12 s"), parsed::text);
    }
}
