package dev.hotpix.publish.prometheus;

import dev.hotpix.measure.Operation;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.publish.Meters;
import dev.hotpix.publish.Telemetry;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * The series as timers with histograms, and the pixels and bytes of decodes as summaries. The buckets are those that
 * Micrometer gives a timer with a percentile histogram, up to 30 seconds, but from 100 microseconds on; the counts in
 * them come from the histograms that the agent has anyway, at the moment of the scrape.
 */
final class SeriesCollector implements MultiCollector {
    private static final double SHORTEST_NANOS = 1e5;
    private static final double MICROMETERS_SHORTEST_NANOS = 1e6;
    private static final double LONGEST_NANOS = 30e9;

    private final Telemetry telemetry;
    private final NamingConvention names;
    private final long[] boundsNanos = boundsNanos();

    SeriesCollector(Telemetry telemetry, NamingConvention names) {
        this.telemetry = telemetry;
        this.names = names;
    }

    private static long[] boundsNanos() {
        SortedSet<Double> bounds = new TreeSet<>();
        for (double shortest : new double[] {SHORTEST_NANOS, MICROMETERS_SHORTEST_NANOS}) {
            // The shortest and the longest time are bounds, too.
            bounds.addAll(DistributionStatisticConfig.builder().percentilesHistogram(true)
                    .minimumExpectedValue(shortest).maximumExpectedValue(LONGEST_NANOS).build()
                    .merge(DistributionStatisticConfig.DEFAULT).getHistogramBuckets(true));
        }
        return bounds.stream().mapToLong(Double::longValue).toArray();
    }

    @Override
    public MetricSnapshots collect() {
        Map<Operation, List<SeriesSnapshot>> kinds = new EnumMap<>(Operation.class);
        for (SeriesSnapshot series : telemetry.series()) {
            kinds.computeIfAbsent(series.operation(), kind -> new ArrayList<>()).add(series);
        }
        List<MetricSnapshot> all = new ArrayList<>();
        kinds.forEach((kind, series) -> {
            Meters timer = Meters.timerOf(kind);
            all.add(histogram(timer, series));
            all.add(maximum(timer, series));
        });
        if (kinds.containsKey(Operation.DECODE)) {
            all.add(summary(Meters.DECODE_PIXELS, kinds.get(Operation.DECODE), SeriesSnapshot::pixels));
            all.add(summary(Meters.DECODE_BYTES, kinds.get(Operation.DECODE), SeriesSnapshot::bytes));
        }
        return new MetricSnapshots(all);
    }

    private HistogramSnapshot histogram(Meters timer, List<SeriesSnapshot> series) {
        HistogramSnapshot.Builder histogram = HistogramSnapshot.builder()
                .name(names.name(timer.meterName(), Meter.Type.TIMER)).help(timer.description());
        for (SeriesSnapshot one : series) {
            histogram.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder().labels(labels(timer, one))
                    .classicHistogramBuckets(buckets(one)).sum(one.totalNanos() / 1e9).build());
        }
        return histogram.build();
    }

    private ClassicHistogramBuckets buckets(SeriesSnapshot one) {
        long[] counts = one.latencies().countsBetween(boundsNanos);
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < boundsNanos.length; i++) {
            buckets.bucket(boundsNanos[i] / 1e9, counts[i]);
        }
        return buckets.bucket(Double.POSITIVE_INFINITY, counts[boundsNanos.length]).build();
    }

    private GaugeSnapshot maximum(Meters timer, List<SeriesSnapshot> series) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name(names.name(timer.meterName(), Meter.Type.TIMER) + "_max").help(timer.description());
        for (SeriesSnapshot one : series) {
            gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels(timer, one))
                    .value(one.maxNanos() / 1e9).build());
        }
        return gauge.build();
    }

    private SummarySnapshot summary(Meters meter, List<SeriesSnapshot> series, ToLongFunction<SeriesSnapshot> sum) {
        SummarySnapshot.Builder summary = SummarySnapshot.builder()
                .name(names.name(meter.meterName(), Meter.Type.DISTRIBUTION_SUMMARY, meter.baseUnit()))
                .help(meter.description());
        for (SeriesSnapshot one : series) {
            summary.dataPoint(SummarySnapshot.SummaryDataPointSnapshot.builder().labels(labels(meter, one))
                    .count(one.calls()).sum(sum.applyAsLong(one)).build());
        }
        return summary.build();
    }

    private static Labels labels(Meters meter, SeriesSnapshot one) {
        String[] values = {
            one.format().label(), one.api().label(), one.engine().label(), one.outcome().label()};
        return Labels.of(meter.tags(), List.of(values));
    }
}
