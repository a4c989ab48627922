package dev.hotpix.publish;

import dev.hotpix.measure.IntervalReader;
import dev.hotpix.measure.OperationListener;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.measure.SiteSnapshot;
import dev.hotpix.measure.waste.WasteSnapshot;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the agent knows of its JVM, for the outlets. All of it may be asked from any thread, at any time. */
public interface Telemetry {

    /** The version of the agent. */
    String version();

    /** Milliseconds since the JVM was started. */
    long uptimeMillis();

    /** All series that have counted something since the start. */
    List<SeriesSnapshot> series();

    /**
     * A new reader of what was counted between two moments, for an outlet that shows figures over time. Each takes some
     * kilobytes per series, so an outlet asks for one only and keeps it.
     */
    IntervalReader intervals();

    /** All lines of the application that have counted something since the start, in no order. */
    List<SiteSnapshot> sites();

    /** All lines of the application of which decodes were followed, in no order; few of them have any advice. */
    List<WasteSnapshot> waste();

    /** How often each redirect, such as {@code jpeg-decode}, left the work to stock code, by reason. */
    Map<String, Map<String, Long>> fallbacks();

    /**
     * What became of the operations of each redirect that stock did again to compare: labels of {@code VerifyResult}
     * and how often. A redirect of which nothing was done again may have no results or be left out.
     */
    Map<String, Map<String, Long>> verifications();

    /**
     * The first differences that were found so for each redirect: what differed, the file's header and its SHA-256.
     * A redirect without any may be left out.
     */
    Map<String, List<String>> verificationFindings();

    /**
     * What does the work of each redirect at the moment, such as {@code jpeg-decode} to
     * {@code libjpeg-turbo 3.1.3 (avx2)}, or {@code stock} with the reason in brackets.
     */
    Map<String, String> engines();

    /** Operations that were not counted for want of memory or of stack. */
    long dropped();

    /** Lets {@code listener} follow all operations that begin from now on, until the end of the JVM. */
    void listen(OperationListener listener);

    /**
     * Lets {@code listener} know of each series that appears from now on, before it has counted anything. On the thread
     * of the operation that is about to be counted: it must be quick, and what it throws is lost.
     */
    void whenSeriesAppears(Consumer<SeriesSnapshot> listener);
}
