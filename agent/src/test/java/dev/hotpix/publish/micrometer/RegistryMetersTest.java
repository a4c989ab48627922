package dev.hotpix.publish.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.hotpix.publish.SampleTelemetry;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The meters that read figures, in a registry of Micrometer's for Prometheus that is part of a composite one. */
class RegistryMetersTest {

    private final SampleTelemetry telemetry = new SampleTelemetry();
    private final Figures figures = new Figures(telemetry, () -> { });
    private final CompositeMeterRegistry composite = new CompositeMeterRegistry();
    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private RegistryMeters meters;

    @BeforeEach
    void bind() throws ReflectiveOperationException {
        composite.add(prometheus);
        HotpixMeters adapter = (HotpixMeters) Class.forName(HotpixMeters.className("HotpixMicrometer"))
                .getConstructor().newInstance();
        meters = new RegistryMeters(adapter, composite, figures, problem -> {
            throw new AssertionError(problem);
        });
    }

    private List<String> engines() {
        figures.addTo(meters);
        return prometheus.scrape().lines().filter(line -> line.startsWith("image_engine_info{"))
                .sorted().collect(Collectors.toList());
    }

    private static String info(String engine, String redirect) {
        return "image_engine_info{engine=\"" + engine + "\",redirect=\"" + redirect + "\"} 1";
    }

    @Test
    void anEngineThatIsNoLongerAtWorkIsGone() {
        telemetry.engines.put("jpeg-decode", "libjpeg-turbo 3.1.3 (avx2)");
        telemetry.engines.put("resize", "scalar");
        assertEquals(List.of(info("libjpeg-turbo", "jpeg-decode"), info("scalar", "resize")), engines());
        int before = figures.readable();
        telemetry.engines.put("jpeg-decode", "stock (switched off)");
        assertNotEquals(before, figures.readable());
        assertEquals(List.of(info("scalar", "resize"), info("stock", "jpeg-decode")), engines());
        telemetry.engines.put("jpeg-decode", "libjpeg-turbo 3.1.3 (avx2)");
        assertEquals(List.of(info("libjpeg-turbo", "jpeg-decode"), info("scalar", "resize")), engines());
    }

    private Map<String, Double> verified() {
        figures.addTo(meters);
        Search found = prometheus.find("image.verify").tag("redirect", "jpeg-decode");
        Map<String, Double> counts = new TreeMap<>();
        for (FunctionCounter counter : found.functionCounters()) {
            counts.put(counter.getId().getTag("result"), counter.count());
        }
        return counts;
    }

    @Test
    void allResultsOnceAnythingWasVerified() {
        telemetry.verifications.put("jpeg-decode", Map.of());
        assertEquals(Map.of(), verified());
        int before = figures.readable();
        telemetry.verifications.put("jpeg-decode", Map.of("equal", 7L));
        assertNotEquals(before, figures.readable());
        assertEquals(Map.of("equal", 7.0, "different", 0.0, "skipped", 0.0), verified());
        telemetry.verifications.put("jpeg-decode", Map.of("equal", 8L, "different", 1L));
        assertEquals(Map.of("equal", 8.0, "different", 1.0, "skipped", 0.0), verified());
    }

    @Test
    void closingTakesAllOfThemAway() {
        telemetry.engines.put("jpeg-decode", "stock");
        telemetry.fallbacks.put("jpeg-decode", Map.of("memory", 1L));
        telemetry.verifications.put("jpeg-decode", Map.of("equal", 7L));
        figures.addTo(meters);
        assertEquals(5, prometheus.getMeters().size());
        meters.close();
        assertEquals(List.of(), prometheus.getMeters().stream().map(Meter::getId).collect(Collectors.toList()));
    }
}
