package dev.hotpix.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * All series of one kind of operation (decode, resize, ...). Recording takes no lock and, once a
 * series exists, allocates nothing; nor does a snapshot take one.
 *
 * <p>When the budget of series is spent, combinations not seen before are counted together as
 * {@code other}, apart by outcome only, lest an error be shown as a success.
 */
public final class Measurements {
    private static final int APIS = Api.values().length;
    private static final int FORMATS = Format.values().length;
    private static final int ENGINES = Engine.values().length;
    private static final int OUTCOMES = Outcome.values().length;

    /** By API and engine, of which few go together; then by format and outcome. */
    private final AtomicReferenceArray<AtomicReferenceArray<Series>> series =
            new AtomicReferenceArray<>(APIS * ENGINES);
    private final Operation operation;
    private final SeriesBudget budget;
    private final LongAdder dropped = new LongAdder();
    private final List<Consumer<SeriesSnapshot>> listeners = new CopyOnWriteArrayList<>();

    /** With a budget of its own. */
    public Measurements(Operation operation) {
        this(operation, new SeriesBudget());
    }

    /** With a budget that may be shared. */
    public Measurements(Operation operation, SeriesBudget budget) {
        this.operation = operation;
        this.budget = budget;
        initialiseClasses();
    }

    /**
     * A class whose initialisation fails is lost for good, and an application's first operation may
     * come where little stack is left. So all that recording needs is initialised here, on a thread
     * of the agent.
     */
    private void initialiseClasses() {
        new Series(operation, Api.OTHER, Format.OTHER, Engine.OTHER, Outcome.OK).record(1, 1, 1, 1, true);
        // What an adder needs when threads contend for it, which cannot be brought about here.
        ThreadLocalRandom.current();
        try {
            Class.forName("java.util.concurrent.atomic.Striped64$Cell");
        } catch (ClassNotFoundException anotherJdk) {
            // Then adders are made of something else.
        }
    }

    /**
     * Counts one operation of {@code nanos} nanoseconds. Never throws: what cannot be counted, for
     * want of memory or of stack, adds to {@link #dropped()} where even that is possible.
     */
    public void record(Api api, Format format, Engine engine, Outcome outcome, long nanos, long pixels) {
        record(api, format, engine, outcome, nanos, 0, pixels, 0, false);
    }

    /**
     * Counts an operation that has ended.
     *
     * @param attributed whether its call site will be told of it
     * @return the series that has counted it, or null if it could not be counted
     */
    Series record(ImageOperation ended, boolean attributed) {
        return record(ended.api, ended.format, ended.engine, ended.outcome, ended.nanos, ended.nestedNanos,
                ended.pixels, ended.bytes, attributed);
    }

    private Series record(
            Api api, Format format, Engine engine, Outcome outcome, long nanos, long nestedNanos, long pixels,
            long bytes, boolean attributed) {
        try {
            Series found = find(api, format, engine, outcome);
            found.record(nanos, nestedNanos, pixels, bytes, attributed);
            return found;
        } catch (Throwable shortOfMemoryOrStack) {
            countDropped();
            return null;
        }
    }

    private void countDropped() {
        try {
            dropped.increment();
        } catch (Throwable again) {
            // A caller at the end of its stack must not learn of it from us.
        }
    }

    private Series find(Api api, Format format, Engine engine, Outcome outcome) {
        AtomicReferenceArray<Series> part = series.get(part(api.ordinal(), engine.ordinal()));
        Series found = part == null ? null : part.get(place(format.ordinal(), outcome.ordinal()));
        return found != null ? found : create(api, format, engine, outcome);
    }

    private Series create(Api api, Format format, Engine engine, Outcome outcome) {
        if (budget.isSpent()) {
            return overflow(outcome);
        }
        // Before the budget is charged: this is what fails when memory or stack is short.
        Series created = new Series(operation, api, format, engine, outcome);
        if (!budget.take()) {
            return overflow(outcome);
        }
        AtomicReferenceArray<Series> part = partOf(api, engine);
        int place = place(format.ordinal(), outcome.ordinal());
        if (!keep(part, place, created)) {
            budget.giveBack();
        }
        return part.get(place);
    }

    private AtomicReferenceArray<Series> partOf(Api api, Engine engine) {
        int index = part(api.ordinal(), engine.ordinal());
        if (series.get(index) == null) {
            series.compareAndSet(index, null, new AtomicReferenceArray<>(FORMATS * OUTCOMES));
        }
        return series.get(index);
    }

    private boolean keep(AtomicReferenceArray<Series> part, int place, Series created) {
        if (!part.compareAndSet(place, null, created)) {
            return false;
        }
        try {
            for (Consumer<SeriesSnapshot> listener : listeners) {
                listener.accept(created.snapshot());
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // The operation is counted all the same.
        }
        return true;
    }

    /** Lets {@code listener} know of each series that appears from now on, on the thread of its first operation. */
    void whenSeriesAppears(Consumer<SeriesSnapshot> listener) {
        listeners.add(listener);
    }

    private Series overflow(Outcome outcome) {
        AtomicReferenceArray<Series> part = partOf(Api.OTHER, Engine.OTHER);
        int place = place(Format.OTHER.ordinal(), outcome.ordinal());
        Series found = part.get(place);
        if (found != null) {
            return found;
        }
        keep(part, place, new Series(operation, Api.OTHER, Format.OTHER, Engine.OTHER, outcome));
        return part.get(place);
    }

    private static int part(int api, int engine) {
        return api * ENGINES + engine;
    }

    private static int place(int format, int outcome) {
        return format * OUTCOMES + outcome;
    }

    /** All series that have counted something since the start, in the order of their tags. */
    public List<SeriesSnapshot> snapshot() {
        List<SeriesSnapshot> snapshots = new ArrayList<>();
        forEach(one -> snapshots.add(one.snapshot()));
        // A series is there a moment before its first call is.
        snapshots.removeIf(snapshot -> snapshot.calls() == 0);
        return snapshots;
    }

    /** The operations that could not be counted. */
    public long dropped() {
        return dropped.sum();
    }

    /** The memory of the histograms, in bytes. */
    public long estimatedBytes() {
        long[] bytes = {0};
        forEach(one -> bytes[0] += one.estimatedBytes());
        return bytes[0];
    }

    /** In the order of the tags: API, format, engine, outcome. */
    private void forEach(Consumer<Series> consumer) {
        for (int api = 0; api < APIS; api++) {
            for (int format = 0; format < FORMATS; format++) {
                for (int engine = 0; engine < ENGINES; engine++) {
                    AtomicReferenceArray<Series> part = series.get(part(api, engine));
                    for (int outcome = 0; part != null && outcome < OUTCOMES; outcome++) {
                        Series one = part.get(place(format, outcome));
                        if (one != null) {
                            consumer.accept(one);
                        }
                    }
                }
            }
        }
    }
}
