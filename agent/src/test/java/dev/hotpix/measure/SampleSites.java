package dev.hotpix.measure;

import java.util.List;

/** Call sites with known contents, for tests of those who show them. */
public final class SampleSites {
    private final SiteTable table = new SiteTable();

    /** Adds calls that were all alike: some seen, others inferred from them. */
    public void add(String label, int observed, int inferred, Engine engine, long nanos, long pixels) {
        Series series = new Series(Operation.DECODE, Api.IMAGEIO, Format.JPEG, engine, Outcome.OK);
        CallSite site = table.named(Operation.DECODE, label);
        for (int i = 0; i < observed; i++) {
            site.observe(series, new CallSite.Sums(nanos, 0, pixels, 0));
        }
        site.represent(series, nanos, inferred, new CallSite.Sums(inferred * nanos, 0, inferred * pixels, 0));
    }

    /** Adds a call in which operations of other kinds took {@code nestedNanos}. */
    public void addNested(String label, Operation operation, long nanos, long nestedNanos) {
        Series series = new Series(operation, Api.IMAGEIO, Format.JPEG, Engine.STOCK, Outcome.OK);
        table.named(operation, label).observe(series, new CallSite.Sums(nanos, nestedNanos, 0, 0));
    }

    /** What was added. */
    public List<SiteSnapshot> snapshot() {
        return table.snapshot();
    }
}
