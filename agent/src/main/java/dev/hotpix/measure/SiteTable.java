package dev.hotpix.measure;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * The call sites of one JVM, at most {@link #MOST_SITES} of them: what else comes counts as
 * {@value #OTHER}. Instructions of one line, classes that were loaded again, and lambdas of one line
 * are one site.
 */
final class SiteTable {
    static final int MOST_SITES = 512;
    /** More instructions than this are not remembered: their lines are found anew each time. */
    static final int MOST_LOCATIONS = 2048;

    /** The site of operations in which no class of the application is on the stack. */
    static final String UNKNOWN = "(unknown)";
    /** All sites that came too late. */
    static final String OTHER = "(other)";

    /** What a location takes with its entry in the map, in bytes; its strings are the JVM's anyway. */
    private static final long LOCATION_BYTES = 100;

    private final Map<CodeLocation, CallSite> byLocation = new ConcurrentHashMap<>();
    private final Map<String, CallSite> byLabel = new ConcurrentHashMap<>();
    private final AtomicInteger sites = new AtomicInteger();
    private final AtomicInteger locations = new AtomicInteger();
    private final CallSite[] unknown = new CallSite[Operation.values().length];
    private final CallSite[] other = new CallSite[Operation.values().length];

    SiteTable() {
        for (Operation operation : Operation.values()) {
            unknown[operation.ordinal()] = new CallSite(operation, UNKNOWN);
            other[operation.ordinal()] = new CallSite(operation, OTHER);
        }
    }

    /** The site of {@code frame}, which may be null. */
    CallSite at(Operation operation, StackFrame frame) {
        if (frame == null) {
            return unknown[operation.ordinal()];
        }
        CodeLocation location = new CodeLocation(operation, frame);
        CallSite known = byLocation.get(location);
        if (known != null) {
            return known;
        }
        CallSite site = named(operation, CodeLocation.label(frame));
        if (locations.get() < MOST_LOCATIONS && byLocation.putIfAbsent(location, site) == null) {
            locations.incrementAndGet();
        }
        return site;
    }

    /** The site of a line. */
    CallSite named(Operation operation, String label) {
        if (label.equals(UNKNOWN)) {
            return unknown[operation.ordinal()];
        }
        String key = operation.label() + " " + label;
        CallSite known = byLabel.get(key);
        if (known != null) {
            return known;
        }
        if (sites.incrementAndGet() > MOST_SITES) {
            sites.decrementAndGet();
            return other[operation.ordinal()];
        }
        CallSite created = new CallSite(operation, label);
        CallSite first = byLabel.putIfAbsent(key, created);
        if (first == null) {
            return created;
        }
        sites.decrementAndGet();
        return first;
    }

    /** All sites that have counted something, in no order. */
    List<SiteSnapshot> snapshot() {
        List<SiteSnapshot> snapshots = new ArrayList<>();
        Histogram scratch = CallSite.newScratch();
        for (CallSite site : all()) {
            snapshots.add(site.snapshot(scratch));
        }
        snapshots.removeIf(snapshot -> snapshot.calls() == 0);
        return snapshots;
    }

    /** The memory of all sites, in bytes, as estimated. */
    long estimatedBytes() {
        long bytes = locations.get() * LOCATION_BYTES;
        for (CallSite site : all()) {
            bytes += site.estimatedBytes();
        }
        return bytes;
    }

    private List<CallSite> all() {
        List<CallSite> all = new ArrayList<>(byLabel.values());
        all.addAll(List.of(unknown));
        all.addAll(List.of(other));
        return all;
    }
}
