package dev.hotpix.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The measuring of all kinds of operation in one JVM: a tracker for each, within one bound of memory. */
public final class OperationTrackers {
    private final RunningOperations running = new RunningOperations();
    private final List<Measurements> measurements = new ArrayList<>();
    private final Map<Operation, OperationTracker> trackers = new EnumMap<>(Operation.class);
    private final List<IntervalReader> readers = new CopyOnWriteArrayList<>();
    private final long startMillis = System.currentTimeMillis();

    /**
     * Trackers for all kinds, switched on.
     *
     * @param sites attributes operations to lines of the application
     */
    public OperationTrackers(CallSites sites) {
        SeriesBudget budget = new SeriesBudget();
        for (Operation kind : Operation.values()) {
            measurements.add(new Measurements(kind, budget));
        }
        OperationTracker conversions = tracker(Operation.CONVERT, sites, null);
        trackers.put(Operation.DECODE, tracker(Operation.DECODE, sites, conversions));
        trackers.put(Operation.ENCODE, tracker(Operation.ENCODE, sites, conversions));
        trackers.put(Operation.RESIZE, tracker(Operation.RESIZE, sites, null));
        trackers.put(Operation.CONVERT, conversions);
    }

    private OperationTracker tracker(Operation kind, CallSites sites, OperationTracker conversions) {
        return new OperationTracker(
                measurements.get(kind.ordinal()), sites, kind, running, conversions, System::nanoTime);
    }

    /** The tracker of one kind. */
    public OperationTracker of(Operation kind) {
        return trackers.get(kind);
    }

    Measurements measurements(Operation kind) {
        return measurements.get(kind.ordinal());
    }

    /** Lets {@code listener} follow all operations that begin from now on. */
    public void listen(OperationListener listener) {
        running.listen(listener);
    }

    /**
     * Lets {@code listener} know of each series that appears from now on, before it has counted anything. On the thread
     * of the operation that is about to be counted: it must be quick, and what it throws is lost.
     */
    public void whenSeriesAppears(Consumer<SeriesSnapshot> listener) {
        measurements.forEach(of -> of.whenSeriesAppears(listener));
    }

    /** All series that have counted something since the start: kind by kind, in the order of their tags. */
    public List<SeriesSnapshot> snapshot() {
        List<SeriesSnapshot> all = new ArrayList<>();
        measurements.forEach(of -> all.addAll(of.snapshot()));
        return all;
    }

    /**
     * A reader of intervals, the first of which begins with the measuring. For an outlet that lasts as long as the JVM:
     * its memory is part of the bound, which two readers keep.
     */
    public IntervalReader intervals() {
        IntervalReader reader = new IntervalReader(this::snapshot, startMillis, System::currentTimeMillis);
        readers.add(reader);
        return reader;
    }

    /** The operations that could not be counted. */
    public long dropped() {
        return measurements.stream().mapToLong(Measurements::dropped).sum();
    }

    /** The memory of all histograms and of the readers of intervals, in bytes. */
    public long estimatedBytes() {
        return measurements.stream().mapToLong(Measurements::estimatedBytes).sum()
                + readers.stream().mapToLong(IntervalReader::estimatedBytes).sum();
    }
}
