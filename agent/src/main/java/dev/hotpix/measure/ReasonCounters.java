package dev.hotpix.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * How often each of an enumerated list of reasons applied, and which one applied last. Counting
 * takes no lock and allocates nothing.
 *
 * @param <R> the reasons
 */
public final class ReasonCounters<R extends Enum<R>> {
    private final R[] reasons;
    private final String[] labels;
    private final LongAdder[] counts;
    private volatile R last;

    /** Counters for all constants of {@code type}, shown under the names that {@code label} gives. */
    public ReasonCounters(Class<R> type, Function<? super R, String> label) {
        reasons = type.getEnumConstants();
        labels = new String[reasons.length];
        counts = new LongAdder[reasons.length];
        for (R reason : reasons) {
            labels[reason.ordinal()] = label.apply(reason);
            counts[reason.ordinal()] = new LongAdder();
        }
    }

    /** Counts {@code reason} once. Never throws. */
    public void count(R reason) {
        try {
            counts[reason.ordinal()].increment();
            // The same reason mostly comes again: reading leaves the cache line shared.
            if (last != reason) {
                last = reason;
            }
        } catch (Throwable shortOfMemoryOrStack) {
            // Measuring must not be what breaks the application.
        }
    }

    /** How often {@code reason} has applied. */
    public long of(R reason) {
        return counts[reason.ordinal()].sum();
    }

    /** The label of the reason that applied last, or an empty string. */
    public String last() {
        R reason = last;
        return reason == null ? "" : labels[reason.ordinal()];
    }

    /** Label and count of the reasons that have applied, the most frequent first. */
    public Map<String, Long> snapshot() {
        long[] seen = new long[reasons.length];
        List<R> applied = new ArrayList<>();
        for (R reason : reasons) {
            seen[reason.ordinal()] = counts[reason.ordinal()].sum();
            if (seen[reason.ordinal()] > 0) {
                applied.add(reason);
            }
        }
        // A stable sort: reasons as frequent as each other stay in the order of the enumeration.
        applied.sort((a, b) -> Long.compare(seen[b.ordinal()], seen[a.ordinal()]));
        Map<String, Long> ordered = new LinkedHashMap<>();
        for (R reason : applied) {
            ordered.merge(labels[reason.ordinal()], seen[reason.ordinal()], Long::sum);
        }
        return ordered;
    }
}
