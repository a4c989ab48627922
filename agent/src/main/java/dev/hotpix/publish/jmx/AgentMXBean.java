package dev.hotpix.publish.jmx;

import java.util.List;
import java.util.Map;

/** What {@code dev.hotpix:type=Agent} shows and switches. */
public interface AgentMXBean {

    /** Version of the agent. */
    String getVersion();

    /** The line that was printed at start: what is active, and why something is not. */
    String getStatus();

    /** What does the work of each redirect now, such as {@code jpeg-decode}, or {@code stock} and why. */
    Map<String, String> getEngines();

    /** Properties that differ from their default. */
    Map<String, String> getSettings();

    /**
     * Where the parts come from and what this JVM lets them do: {@code native-access}, {@code codec.file},
     * {@code codec.simd}, {@code vector}, for each kind of scaling which kernels serve it, ...
     */
    Map<String, String> getFacts();

    /** The lines of trouble that were printed so far. */
    List<String> getTroubles();

    /** Whether Hotpix does anything at all; off, woven code behaves as if nothing had been woven. */
    boolean isEnabled();

    /** Switches everything, live. */
    void setEnabled(boolean on);

    /** Whether JPEG decodes are redirected where the result is the same. */
    boolean isJpegDecodeRedirectEnabled();

    /** Switches the JPEG decode redirect, live. */
    void setJpegDecodeRedirectEnabled(boolean on);

    /** Decodes done by the bundled codec. */
    long getRedirectedDecodes();

    /** Decodes left to the JVM's own decoder, by reason. */
    Map<String, Long> getFallbacks();

    /** The reason of the latest fallback, or null. */
    String getLastFallbackReason();

    /** Whether JPEG encodes are redirected where the bytes are the same. */
    boolean isJpegEncodeRedirectEnabled();

    /** Switches the JPEG encode redirect, live. */
    void setJpegEncodeRedirectEnabled(boolean on);

    /** Images encoded by the bundled codec. */
    long getRedirectedEncodes();

    /** Encodes left to the JVM's own encoder, by reason. */
    Map<String, Long> getEncodeFallbacks();

    /** The internal error because of which the JPEG encode redirect switched itself off, or null. */
    String getJpegEncodeRedirectError();

    /** Encodes that were done again by the JVM's own encoder, by result; see {@code hotpix.verify}. */
    Map<String, Long> getEncodeVerifications();

    /** What was different, each with the parameters and the lengths of both files. */
    List<String> getEncodeVerificationFindings();

    /** Where the measurements are shown, such as {@code jmx} and {@code prometheus:9404}. */
    List<String> getOutlets();

    /**
     * Writes the report now, as it would be when the JVM ends.
     *
     * @param file as for the property {@code hotpix.report}; a relative one starts at the JVM's working directory
     * @return whether it was written; if not, a line on the JVM's stderr says why
     */
    boolean writeReport(String file);

    /** The internal error because of which the JPEG decode redirect switched itself off, or null. */
    String getJpegDecodeRedirectError();

    /** Decodes that were done again by the JVM's own decoder, by result; see {@code hotpix.verify}. */
    Map<String, Long> getVerifications();

    /** What was different, each with the file's header and SHA-256. */
    List<String> getVerificationFindings();

    /** Resizes that were done again by the JVM's own code, by result; see {@code hotpix.verify}. */
    Map<String, Long> getResizeVerifications();

    /** What was different, each with the operation's kind, sizes and types. */
    List<String> getResizeVerificationFindings();

    /** The internal error because of which the resize redirect switched itself off, or null. */
    String getResizeRedirectError();

    /** How many embedded colour profiles are converted by tables. */
    int getProfileTables();

    /** Whether scaling is redirected where the result is the same. */
    boolean isResizeRedirectEnabled();

    /** Switches the resize redirect, live. */
    void setResizeRedirectEnabled(boolean on);

    /** Images scaled or converted by the bundled kernels. */
    long getRedirectedResizes();

    /** Scalings left to the JVM's own code, by reason. */
    Map<String, Long> getResizeFallbacks();

    /** Which kernels scale images, or why none do. */
    String getResizeEngine();
}
