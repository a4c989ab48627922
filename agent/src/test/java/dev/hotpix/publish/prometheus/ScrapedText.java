package dev.hotpix.publish.prometheus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hawkular.agent.prometheus.PrometheusDataFormat;
import org.hawkular.agent.prometheus.PrometheusScraper;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.types.Summary;

/** What a parser of Prometheus' text format, which is not ours, finds in a file: the samples by name and labels. */
public final class ScrapedText {

    private final Map<String, Map<Map<String, String>, Double>> samples = new TreeMap<>();
    private final Map<String, Map<Map<String, String>, Histogram>> histograms = new TreeMap<>();

    private ScrapedText() {
    }

    /** Parses all of it. */
    public static ScrapedText parse(Path file) throws IOException {
        ScrapedText text = new ScrapedText();
        for (MetricFamily family : new PrometheusScraper(file.toFile(), PrometheusDataFormat.TEXT).scrape()) {
            family.getMetrics().forEach(metric -> text.add(family.getName(), metric));
        }
        return text;
    }

    private void add(String name, Metric metric) {
        if (metric instanceof Counter) {
            put(name, metric, ((Counter) metric).getValue());
        } else if (metric instanceof Gauge) {
            put(name, metric, ((Gauge) metric).getValue());
        } else if (metric instanceof Summary) {
            put(name + "_count", metric, ((Summary) metric).getSampleCount());
            put(name + "_sum", metric, ((Summary) metric).getSampleSum());
        } else {
            Histogram histogram = (Histogram) metric;
            put(name + "_count", metric, histogram.getSampleCount());
            put(name + "_sum", metric, histogram.getSampleSum());
            put(name + "_bucket", metric, histogram.getBuckets().size());
            histograms.computeIfAbsent(name, key -> new HashMap<>()).put(metric.getLabels(), histogram);
        }
    }

    private void put(String name, Metric metric, double value) {
        samples.computeIfAbsent(name, key -> new HashMap<>()).put(metric.getLabels(), value);
    }

    /** The names of all samples. */
    public Set<String> names() {
        return new TreeSet<>(samples.keySet());
    }

    /** The labels of a sample's series, without {@code le}. */
    public Set<String> labels(String name) {
        Set<String> keys = new TreeSet<>();
        samples.getOrDefault(name, Map.of()).keySet().forEach(labels -> keys.addAll(labels.keySet()));
        return keys;
    }

    /** The values of a sample, by labels. */
    public Map<Map<String, String>, Double> values(String name) {
        return samples.getOrDefault(name, Map.of());
    }

    /** The histograms of a name, by labels. */
    public Map<Map<String, String>, Histogram> histograms(String name) {
        return histograms.getOrDefault(name, Map.of());
    }
}
