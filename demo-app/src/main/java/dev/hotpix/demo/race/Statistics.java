package dev.hotpix.demo.race;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The two averages that suit times and ratios of times. */
final class Statistics {

    private Statistics() {}

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Empty without values. */
    static OptionalDouble geometricMean(double... values) {
        OptionalDouble meanOfLogs = Arrays.stream(values).map(Math::log).average();
        return meanOfLogs.isPresent()
                ? OptionalDouble.of(Math.exp(meanOfLogs.getAsDouble()))
                : meanOfLogs;
    }
}
