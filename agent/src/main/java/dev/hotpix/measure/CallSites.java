package dev.hotpix.measure;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Attributes operations to the lines of the application that asked for them. That takes a walk of
 * the stack, some microseconds and some garbage, so it is done for every operation that took a
 * millisecond, of which it is less than a hundredth, and for a sample of the shorter ones. Each
 * sampled operation stands for all of its series that ended since the last sample.
 *
 * <p>No method throws, takes a lock, or allocates unless it walks.
 */
public final class CallSites {
    /** Operations of at least this time, in nanoseconds, are always walked. */
    static final long ALWAYS_NANOS = 1_000_000;

    private final ApplicationFrames frames;
    private final SiteTable table = new SiteTable();
    private final WalkBudget budget;
    private final LongSupplier clock;

    /**
     * @param agent the loader of the agent's classes
     * @param bridge the class that intercepted methods call
     * @param libraries what the names of classes begin with that are not to be blamed
     */
    public CallSites(ClassLoader agent, Class<?> bridge, List<String> libraries) {
        this(new ApplicationFrames(agent, bridge, libraries), System::nanoTime);
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
        Series series = new Series(Api.OTHER, Format.OTHER, Engine.OTHER, Outcome.OK);
        frames.find();
        CallSite site = new SiteTable().at(Operation.DECODE, ApplicationFrames.any());
        for (int i = 0; i <= CallSite.HISTOGRAM_FROM; i++) {
            site.observe(series, 1, 1);
            series.giveUnwalked(site, 1);
        }
        budget.took(WalkBudget.ASSUMED_WALK_NANOS);
    }

    /** Whether the operation of {@code elapsed} nanoseconds that ends at {@code now} is to be walked. */
    boolean choose(WalkBudget.Turn turn, long elapsed, long now) {
        return elapsed >= ALWAYS_NANOS || budget.choose(turn, now);
    }

    /** Attributes an operation that was chosen, and is already counted as such in {@code series}. */
    void attribute(Operation operation, Series series, long elapsed, long pixels) {
        try {
            long begin = clock.getAsLong();
            CallSite site = table.at(operation, frames.find());
            site.observe(series, elapsed, pixels);
            if (elapsed < ALWAYS_NANOS) {
                series.giveUnwalked(site, elapsed);
            }
            budget.took(clock.getAsLong() - begin);
        } catch (Throwable shortOfMemoryOrStack) {
            // The series has the operation; only whose it was is lost.
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
