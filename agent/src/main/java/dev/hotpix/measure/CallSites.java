package dev.hotpix.measure;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Attributes operations to the lines of the application that asked for them. That takes a walk of
 * the stack, some microseconds and some garbage, so it is done for operations that took a millisecond
 * as {@link LongWalks} says, and for a sample of the shorter ones, as {@link WalkBudget} does. Each
 * sampled operation stands for all of its series, and of its kind of length, that ended since the
 * last sample.
 *
 * <p>No method throws, takes a lock, or allocates unless it walks.
 */
public final class CallSites {
    /** Operations of at least this time, in nanoseconds, are long. */
    static final long LONG_NANOS = 1_000_000;

    private final ApplicationFrames frames;
    private final SiteTable table = new SiteTable();
    private final WalkBudget budget;
    private final LongWalks longWalks = new LongWalks();
    private final LongSupplier clock;

    /**
     * @param agent the loader of the agent's classes
     * @param bridges the names of the classes that intercepted methods call
     * @param libraries what the names of classes begin with that are not to be blamed
     */
    public CallSites(ClassLoader agent, Set<String> bridges, List<String> libraries) {
        this(new ApplicationFrames(agent, bridges, libraries), System::nanoTime);
    }

    /** With a clock that a test can set. */
    CallSites(ApplicationFrames frames, LongSupplier clock) {
        this.frames = frames;
        this.clock = clock;
        this.budget = new WalkBudget(clock.getAsLong());
        initialiseClasses();
    }

    /**
     * As in {@link Measurements}: what a walk needs of the agent and the JDK is initialised here and
     * not at the end of an application's stack, where it could fail for good.
     */
    private void initialiseClasses() {
        Series series = new Series(Operation.DECODE, Api.OTHER, Format.OTHER, Engine.OTHER, Outcome.OK);
        frames.find();
        CallSite site = new SiteTable().at(Operation.DECODE, ApplicationFrames.any());
        for (int i = 0; i <= CallSite.HISTOGRAM_FROM; i++) {
            site.observe(series, new CallSite.Sums(1, 0, 1, 0));
            series.giveUnwalked(site, 1);
            series.giveUnwalked(site, LONG_NANOS);
        }
        longWalks.took(LongWalks.ASSUMED_WALK_NANOS);
        budget.took(WalkBudget.ASSUMED_WALK_NANOS);
        new LongWalks().choose(1);
    }

    /** Whether {@code operation}, which ended at {@code now}, is to be walked. */
    boolean choose(ImageOperation operation, long now) {
        if (operation.choice == ImageOperation.Choice.OPEN) {
            return operation.nanos >= LONG_NANOS
                    ? longWalks.choose(operation.nanos) : budget.choose(operation.turn, now);
        }
        return operation.choice == ImageOperation.Choice.WALK;
    }

    /** Whether {@code operation}, which has run for {@code nanos}, is already sure to be walked when it ends. */
    boolean chooseEarly(ImageOperation operation, long nanos) {
        if (operation.choice == ImageOperation.Choice.OPEN && nanos >= LONG_NANOS) {
            operation.choice = longWalks.choose(nanos) ? ImageOperation.Choice.WALK : ImageOperation.Choice.PASS;
        }
        return operation.choice == ImageOperation.Choice.WALK;
    }

    /**
     * Attributes an operation that was chosen, or has an origin, and is already counted as such in {@code series}.
     *
     * @return the label of its site, or null if it could not be found for want of memory or of stack
     */
    String attribute(ImageOperation operation, Series series) {
        try {
            CallSite.Sums sums = new CallSite.Sums(
                    operation.nanos, operation.nestedNanos, operation.pixels, operation.bytes);
            if (operation.origin != null) {
                CallSite site = table.named(operation.kind(), operation.origin.label());
                site.observe(series, sums);
                return site.label();
            }
            long begin = clock.getAsLong();
            CallSite site = table.at(operation.kind(), frames.find());
            site.observe(series, sums);
            series.giveUnwalked(site, operation.nanos);
            walked(operation, clock.getAsLong() - begin);
            return site.label();
        } catch (Throwable shortOfMemoryOrStack) {
            // The series has the operation; only whose it was is lost.
            return null;
        }
    }

    private void walked(ImageOperation operation, long nanos) {
        if (operation.nanos >= LONG_NANOS) {
            longWalks.took(nanos);
        } else {
            budget.took(nanos);
        }
    }

    /**
     * The line of the application that is running now, for work that will be done later or on another thread. Walks
     * the stack: only for what is about to cost far more than that.
     *
     * @return null if it could not be found for want of memory or of stack
     */
    public Origin here() {
        try {
            long begin = clock.getAsLong();
            StackFrame frame = frames.find();
            Origin origin = new Origin(frame == null ? SiteTable.UNKNOWN : CodeLocation.label(frame));
            budget.took(clock.getAsLong() - begin);
            return origin;
        } catch (Throwable shortOfMemoryOrStack) {
            return null;
        }
    }

    /** All sites that have counted something since the start, in no order. */
    public List<SiteSnapshot> snapshot() {
        return table.snapshot();
    }

    /** The memory of all sites, in bytes, as estimated. */
    public long estimatedBytes() {
        return table.estimatedBytes();
    }
}
