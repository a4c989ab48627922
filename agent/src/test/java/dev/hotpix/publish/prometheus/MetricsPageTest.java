package dev.hotpix.publish.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.measure.Api;
import dev.hotpix.measure.Engine;
import dev.hotpix.measure.Format;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.Outcome;
import dev.hotpix.publish.Meters;
import dev.hotpix.publish.SampleTelemetry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hawkular.agent.prometheus.types.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text at the agent's own endpoint, parsed, and beside that which Micrometer makes of the same meters. */
class MetricsPageTest {

    private static final Map<String, String> JPEG =
            Map.of("format", "jpeg", "api", "imageio", "engine", "libjpeg-turbo", "outcome", "ok");

    @TempDir
    private Path folder;
    private final SampleTelemetry telemetry = new SampleTelemetry();
    private final MetricsPage page = new MetricsPage(telemetry);

    private void record(Operation kind, long nanos) {
        telemetry.of(kind).record(Api.IMAGEIO, Format.JPEG, Engine.LIBJPEG_TURBO, Outcome.OK, nanos, 1_000);
    }

    private ScrapedText scrape() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.write(out, page.contentType(null));
        return parse(out.toString(StandardCharsets.UTF_8));
    }

    private ScrapedText parse(String text) throws IOException {
        return ScrapedText.parse(Files.writeString(folder.resolve("scraped.txt"), text));
    }

    private void everything() {
        for (Operation kind : Operation.values()) {
            record(kind, 5_000_000);
        }
        telemetry.fallbacks.put("jpeg-decode", Map.of("small", 3L));
        telemetry.verifications.put("jpeg-decode", Map.of("equal", 2L));
        telemetry.engines.put("jpeg-decode", "libjpeg-turbo 3.1.3 (avx2)");
    }

    /** What an application's own Prometheus registry shows of the same meters, percentile histograms on. */
    private static String scrapeOfMicrometer() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        for (Meters meter : Meters.values()) {
            List<Tag> tags = meter.tags().stream().map(tag -> Tag.of(tag, "x")).collect(Collectors.toList());
            switch (meter.kind()) {
                case TIMER:
                    Timer.builder(meter.meterName()).tags(tags).publishPercentileHistogram().register(registry)
                            .record(5, TimeUnit.MILLISECONDS);
                    break;
                case SUMMARY:
                    DistributionSummary.builder(meter.meterName()).baseUnit(meter.baseUnit()).tags(tags)
                            .register(registry).record(1_000);
                    break;
                case COUNTER:
                    Counter.builder(meter.meterName()).tags(tags).register(registry).increment();
                    break;
                default:
                    Gauge.builder(meter.meterName(), () -> 1).tags(tags).register(registry);
            }
        }
        return registry.scrape();
    }

    @Test
    void countsSumsAndBuckets() throws IOException {
        for (int i = 1; i <= 1000; i++) {
            record(Operation.DECODE, i * 100_000L);
        }
        record(Operation.DECODE, 90_000_000_000L);
        ScrapedText scraped = scrape();
        assertEquals(1001, scraped.values("image_decode_seconds_count").get(JPEG));
        assertEquals(140.05, scraped.values("image_decode_seconds_sum").get(JPEG), 1e-9);
        assertEquals(90, scraped.values("image_decode_seconds_max").get(JPEG));
        assertEquals(1_001_000, scraped.values("image_decode_pixels_sum").get(JPEG));
        List<Histogram.Bucket> buckets = scraped.histograms("image_decode_seconds").get(JPEG).getBuckets();
        for (Histogram.Bucket bucket : buckets) {
            double upTo = bucket.getUpperBound();
            double expected = upTo > 100 ? 1001 : Math.min(1000, Math.floor(upTo * 1e4));
            assertEquals(expected, bucket.getCumulativeCount(), 1, bucket::toString);
        }
        assertEquals(Double.POSITIVE_INFINITY, buckets.get(buckets.size() - 1).getUpperBound());
        record(Operation.DECODE, 1);
        assertEquals(1002, scrape().values("image_decode_seconds_count").get(JPEG));
    }

    @Test
    void fallbacksAndEnginesAsTheyAre() throws IOException {
        telemetry.fallbacks.put("jpeg-decode", Map.of("small", 3L, "cmyk", 4L));
        telemetry.fallbacks.put("resize", Map.of("small", 5L));
        telemetry.engines.put("jpeg-decode", "libjpeg-turbo 3.1.3 (avx2)");
        ScrapedText scraped = scrape();
        assertEquals(Map.of(fallback("jpeg-decode", "small"), 3.0, fallback("jpeg-decode", "cmyk"), 4.0,
                fallback("resize", "small"), 5.0), scraped.values("image_fallback_total"));
        assertEquals(Map.of(Map.of("redirect", "jpeg-decode", "engine", "libjpeg-turbo"), 1.0),
                scraped.values("image_engine_info"));
        telemetry.fallbacks.put("resize", Map.of("small", 6L));
        telemetry.engines.put("jpeg-decode", "stock (switched off)");
        scraped = scrape();
        assertEquals(6.0, scraped.values("image_fallback_total").get(fallback("resize", "small")));
        assertEquals(Map.of(Map.of("redirect", "jpeg-decode", "engine", "stock"), 1.0),
                scraped.values("image_engine_info"));
        telemetry.engines.put("jpeg-decode", "libjpeg-turbo 3.1.3 (avx2)");
        telemetry.engines.put("resize", "vector-256");
        assertEquals(Set.of(Map.of("redirect", "jpeg-decode", "engine", "libjpeg-turbo"),
                Map.of("redirect", "resize", "engine", "vector")), scrape().values("image_engine_info").keySet());
    }

    /** Differences are there as 0 before the first: else no alert would see them begin. */
    @Test
    void verificationsByResult() throws IOException {
        telemetry.verifications.put("jpeg-decode", Map.of());
        assertEquals(Set.of(), scrape().names());
        telemetry.verifications.put("jpeg-decode", Map.of("equal", 40L, "skipped", 2L));
        assertEquals(Map.of(verified("equal"), 40.0, verified("different"), 0.0, verified("skipped"), 2.0),
                scrape().values("image_verify_total"));
        telemetry.verifications.put("jpeg-decode", Map.of("equal", 41L, "different", 1L, "skipped", 2L));
        assertEquals(Map.of(verified("equal"), 41.0, verified("different"), 1.0, verified("skipped"), 2.0),
                scrape().values("image_verify_total"));
    }

    private static Map<String, String> verified(String result) {
        return Map.of("redirect", "jpeg-decode", "result", result);
    }

    private static Map<String, String> fallback(String redirect, String reason) {
        return Map.of("redirect", redirect, "reason", reason);
    }

    @Test
    void anEngineIsOneOfTheTags() {
        assertEquals("libjpeg-turbo", MetricsPage.engine("libjpeg-turbo 3.1.3 (avx2)"));
        assertEquals("vector", MetricsPage.engine("vector"));
        assertEquals("vector", MetricsPage.engine("vector-256"));
        assertEquals("stock", MetricsPage.engine("stock (no such file: /home/x)"));
        assertEquals("other", MetricsPage.engine("vectorized nonsense"));
    }

    @Test
    void beforeTheFirstImageThePageIsEmpty() throws IOException {
        assertEquals(Set.of(), scrape().names());
    }

    @Test
    void openMetricsForThoseWhoAsk() throws IOException {
        everything();
        String type = page.contentType("application/openmetrics-text;version=1.0.0;q=0.8,text/plain;q=0.3");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.write(out, type);
        assertEquals("application/openmetrics-text; version=1.0.0; charset=utf-8", type);
        assertTrue(out.toString(StandardCharsets.UTF_8).endsWith("# EOF\n"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains(
                "image_fallback_total{reason=\"small\",redirect=\"jpeg-decode\"} 3.0\n"));
        assertEquals("text/plain; version=0.0.4; charset=utf-8", page.contentType("*/*"));
    }

    /** A dashboard cannot tell the two apart: what is shown here has the same name and labels there. */
    @Test
    void namesAndLabelsAreMicrometers() throws IOException {
        everything();
        ScrapedText own = scrape();
        ScrapedText micrometers = parse(scrapeOfMicrometer());
        Set<String> missing = new TreeSet<>(own.names());
        missing.removeAll(micrometers.names());
        assertEquals(Set.of(), missing);
        for (String name : own.names()) {
            assertEquals(micrometers.labels(name), own.labels(name), name);
        }
        Set<Double> bounds = new HashSet<>();
        own.histograms("image_decode_seconds").values().forEach(
                one -> one.getBuckets().forEach(bucket -> bounds.add(bucket.getUpperBound())));
        micrometers.histograms("image_decode_seconds").values().forEach(one -> one.getBuckets().forEach(
                bucket -> assertTrue(bounds.contains(bucket.getUpperBound()), () -> bucket + " in " + bounds)));
    }

    /** Every metric and label that the dashboard asks for is there in both. */
    @Test
    void theDashboardFindsItsMetrics() throws IOException {
        everything();
        String dashboard = Files.readString(Path.of("../demo-app/grafana/hotpix.json"));
        ScrapedText own = scrape();
        ScrapedText micrometers = parse(scrapeOfMicrometer());
        Set<String> asked = new TreeSet<>();
        Matcher name = Pattern.compile("\\bimage_[a-z_]+").matcher(dashboard);
        while (name.find()) {
            asked.add(name.group());
            assertTrue(own.names().contains(name.group()), name.group());
            assertTrue(micrometers.names().contains(name.group()), name.group());
        }
        assertTrue(asked.containsAll(Set.of("image_decode_seconds_bucket", "image_fallback_total", "image_engine_info",
                "image_decode_pixels_sum", "image_verify_total")), asked::toString);
        assertFalse(dashboard.contains("job=\""), "a label that only some have");
    }
}
