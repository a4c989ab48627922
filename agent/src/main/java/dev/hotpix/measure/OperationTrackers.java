package dev.hotpix.measure;

import java.util.ArrayList;
import java.util.List;

/** The measuring of all kinds of operation in one JVM: a tracker for each, within one bound of memory. */
public final class OperationTrackers {
    private final RunningOperations running = new RunningOperations();
    private final List<Measurements> measurements = new ArrayList<>();
    private final List<OperationTracker> trackers = new ArrayList<>();

    /**
     * Trackers for all kinds, switched on.
     *
     * @param sites attributes operations to lines of the application
     */
    public OperationTrackers(CallSites sites) {
        SeriesBudget budget = new SeriesBudget();
        for (Operation kind : Operation.values()) {
            Measurements of = new Measurements(kind, budget);
            measurements.add(of);
            trackers.add(new OperationTracker(of, sites, kind, running, System::nanoTime));
        }
    }

    /** The tracker of one kind. */
    public OperationTracker of(Operation kind) {
        return trackers.get(kind.ordinal());
    }

    /** Lets {@code listener} follow all operations that begin from now on. */
    public void listen(OperationListener listener) {
        running.listen(listener);
    }

    /** All series that have counted something since the start: kind by kind, in the order of their tags. */
    public List<SeriesSnapshot> snapshot() {
        List<SeriesSnapshot> all = new ArrayList<>();
        measurements.forEach(of -> all.addAll(of.snapshot()));
        return all;
    }

    /** The operations that could not be counted. */
    public long dropped() {
        return measurements.stream().mapToLong(Measurements::dropped).sum();
    }

    /** The memory of all histograms, in bytes. */
    public long estimatedBytes() {
        return measurements.stream().mapToLong(Measurements::estimatedBytes).sum();
    }
}
