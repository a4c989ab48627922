package dev.hotpix.measure;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Readers of intervals for tests of the outlets. */
public final class SampleIntervals {

    private SampleIntervals() {
    }

    /** A reader on the time of {@code clockMillis}, from now on. */
    public static IntervalReader reader(Supplier<List<SeriesSnapshot>> series, AtomicLong clockMillis) {
        return new IntervalReader(series, clockMillis.get(), clockMillis::get);
    }
}
