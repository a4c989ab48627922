package dev.hotpix.measure;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What outlets are told by the measuring, for their tests. */
public final class SampleIntervals {

    private SampleIntervals() {
    }

    /** A reader on the time of {@code clockMillis}, from now on. */
    public static IntervalReader reader(Supplier<List<SeriesSnapshot>> series, AtomicLong clockMillis) {
        return new IntervalReader(series, clockMillis.get(), clockMillis::get);
    }

    /** Lets {@code listener} know of each series that appears in {@code of}. */
    public static void whenSeriesAppears(Measurements of, Consumer<SeriesSnapshot> listener) {
        of.whenSeriesAppears(listener);
    }
}
