package dev.hotpix.agent;

import dev.hotpix.instrument.bridge.Bridges;
import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.IntervalReader;
import dev.hotpix.measure.OperationListener;
import dev.hotpix.measure.OperationTrackers;
import dev.hotpix.measure.SeriesSnapshot;
import dev.hotpix.measure.SiteSnapshot;
import dev.hotpix.measure.waste.WasteSnapshot;
import dev.hotpix.measure.waste.WasteTracker;
import dev.hotpix.publish.Telemetry;
import dev.hotpix.publish.jmx.AgentMXBean;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The active agent of this JVM: its switches and what they switch. */
final class Agent implements AgentMXBean, Telemetry {

    private final Bridges bridges;
    private final OperationTrackers trackers;
    private final CallSites sites;
    private final WasteTracker waste;
    private final JpegDecoding jpeg;
    private final JpegEncoding encoding;
    private final Resizing resizing;
    private final Circumstances circumstances;
    private final long jvmStartMillis =
            ProcessHandle.current().info().startInstant().orElseGet(Instant::now).toEpochMilli();
    private volatile String status = "";
    private volatile List<String> outlets = List.of();
    private volatile Predicate<String> reporter = file -> false;

    Agent(
            Bridges bridges, OperationTrackers trackers, CallSites sites, WasteTracker waste, JpegDecoding jpeg,
            JpegEncoding encoding, Resizing resizing, Circumstances circumstances) {
        this.circumstances = circumstances;
        this.bridges = bridges;
        this.trackers = trackers;
        this.sites = sites;
        this.waste = waste;
        this.jpeg = jpeg;
        this.encoding = encoding;
        this.resizing = resizing;
        HotpixJpeg.stockReadImage = jpeg.stockReadImage();
        HotpixJpegWriter.stockWriteImage = encoding.stockWriteImage();
        HotpixJpeg.stockFromRgb = jpeg.stockFromRgb();
        HotpixJpeg.stockReadToolkitImage = jpeg.stockReadToolkitImage();
    }

    JpegDecoding jpeg() {
        return jpeg;
    }

    JpegEncoding encoding() {
        return encoding;
    }

    Resizing resizing() {
        return resizing;
    }

    /** The one line about what is running, and what is not and why. */
    String startLine(long millis) {
        status = getVersion() + ": jpeg-decode=" + jpeg.status() + " jpeg-encode=" + encoding.status() + " resize=" + resizing.status()
                + (outlets.isEmpty() ? "" : " metrics=" + String.join(",", outlets));
        return status + " ready in " + millis + " ms";
    }

    /**
     * Tells where the measurements are shown.
     *
     * @param names the outlets that are open
     * @param writer writes a report to a file now
     */
    void shownBy(List<String> names, Predicate<String> writer) {
        outlets = List.copyOf(names);
        reporter = writer;
    }

    @Override
    public List<String> getOutlets() {
        return outlets;
    }

    @Override
    public boolean writeReport(String file) {
        return reporter.test(file);
    }

    @Override
    public String getVersion() {
        return Version.STRING;
    }

    @Override
    public String getStatus() {
        return status;
    }

    @Override
    public Map<String, String> getEngines() {
        return engines();
    }

    @Override
    public Map<String, String> getSettings() {
        return circumstances.settings();
    }

    @Override
    public Map<String, String> getFacts() {
        return circumstances.facts();
    }

    @Override
    public List<String> getTroubles() {
        return circumstances.troubles();
    }

    @Override
    public boolean isEnabled() {
        return bridges.isConnected();
    }

    @Override
    public void setEnabled(boolean on) {
        bridges.connect(on);
    }

    @Override
    public boolean isJpegDecodeRedirectEnabled() {
        return jpeg.redirect() != null && jpeg.redirect().enabled();
    }

    @Override
    public void setJpegDecodeRedirectEnabled(boolean on) {
        if (jpeg.redirect() != null) {
            jpeg.redirect().enabled(on);
        }
    }

    @Override
    public long getRedirectedDecodes() {
        return (jpeg.redirect() == null ? 0 : jpeg.redirect().redirected())
                + (jpeg.toolkit() == null ? 0 : jpeg.toolkit().redirected());
    }

    @Override
    public boolean isJpegEncodeRedirectEnabled() {
        return encoding.redirect() != null && encoding.redirect().enabled();
    }

    @Override
    public void setJpegEncodeRedirectEnabled(boolean on) {
        if (encoding.redirect() != null) {
            encoding.redirect().enabled(on);
        }
    }

    @Override
    public long getRedirectedEncodes() {
        return encoding.redirect() == null ? 0 : encoding.redirect().redirected();
    }

    @Override
    public Map<String, Long> getEncodeFallbacks() {
        return encoding.fallbacks();
    }

    @Override
    public String getJpegEncodeRedirectError() {
        return encoding.redirect() == null ? null : encoding.redirect().breakCause();
    }

    @Override
    public Map<String, Long> getEncodeVerifications() {
        return encoding.verifications();
    }

    @Override
    public List<String> getEncodeVerificationFindings() {
        return encoding.findings();
    }

    @Override
    public boolean isResizeRedirectEnabled() {
        return resizing.redirect() != null && resizing.redirect().enabled();
    }

    @Override
    public void setResizeRedirectEnabled(boolean on) {
        if (resizing.redirect() != null) {
            resizing.redirect().enabled(on);
        }
    }

    @Override
    public long getRedirectedResizes() {
        return resizing.redirect() == null ? 0 : resizing.redirect().redirected();
    }

    @Override
    public Map<String, Long> getResizeFallbacks() {
        return resizing.fallbacks();
    }

    @Override
    public String getResizeEngine() {
        return resizing.status();
    }

    @Override
    public Map<String, Long> getFallbacks() {
        return jpeg.fallbacks();
    }

    @Override
    public String getLastFallbackReason() {
        return jpeg.redirect() == null ? null : jpeg.redirect().fallbacks().last();
    }

    @Override
    public String getJpegDecodeRedirectError() {
        return jpeg.redirect() == null ? null : jpeg.redirect().breakCause();
    }

    @Override
    public Map<String, Long> getVerifications() {
        return jpeg.redirect() == null ? Map.of() : jpeg.redirect().audit().results().snapshot();
    }

    @Override
    public List<String> getVerificationFindings() {
        return jpeg.redirect() == null ? List.of() : jpeg.redirect().audit().findings();
    }

    @Override
    public String getResizeRedirectError() {
        return resizing.redirect() == null ? null : resizing.redirect().breakCause();
    }

    @Override
    public Map<String, Long> getResizeVerifications() {
        return resizing.redirect() == null ? Map.of() : resizing.redirect().audit().results().snapshot();
    }

    @Override
    public List<String> getResizeVerificationFindings() {
        return resizing.redirect() == null ? List.of() : resizing.redirect().audit().findings();
    }

    @Override
    public int getProfileTables() {
        return jpeg.redirect() == null ? 0 : jpeg.redirect().profileTables();
    }

    @Override
    public String version() {
        return Version.STRING;
    }

    @Override
    public long uptimeMillis() {
        return System.currentTimeMillis() - jvmStartMillis;
    }

    @Override
    public List<SeriesSnapshot> series() {
        return trackers.snapshot();
    }

    @Override
    public IntervalReader intervals() {
        return trackers.intervals();
    }

    @Override
    public void whenSeriesAppears(Consumer<SeriesSnapshot> listener) {
        trackers.whenSeriesAppears(listener);
    }

    @Override
    public List<SiteSnapshot> sites() {
        return sites.snapshot();
    }

    @Override
    public List<WasteSnapshot> waste() {
        return waste.snapshot();
    }

    @Override
    public Map<String, Map<String, Long>> fallbacks() {
        Map<String, Map<String, Long>> byRedirect = new LinkedHashMap<>();
        byRedirect.put("jpeg-decode", jpeg.fallbacks());
        byRedirect.put("jpeg-encode", encoding.fallbacks());
        byRedirect.put("resize", resizing.fallbacks());
        return byRedirect;
    }

    @Override
    public Map<String, Map<String, Long>> verifications() {
        return Map.of("jpeg-decode", getVerifications(), "jpeg-encode", encoding.verifications(),
                "resize", getResizeVerifications());
    }

    @Override
    public Map<String, List<String>> verificationFindings() {
        return Map.of("jpeg-decode", getVerificationFindings(), "jpeg-encode", encoding.findings(),
                "resize", getResizeVerificationFindings());
    }

    @Override
    public Map<String, String> engines() {
        Map<String, String> byRedirect = new LinkedHashMap<>();
        boolean decodes = jpeg.redirect() == null || jpeg.redirect().enabled();
        boolean encodes = encoding.redirect() == null || encoding.redirect().enabled();
        boolean resizes = resizing.redirect() == null || resizing.redirect().enabled();
        byRedirect.put("jpeg-decode", now(jpeg.status(), decodes));
        byRedirect.put("jpeg-encode", now(encoding.status(), encodes));
        byRedirect.put("resize", now(resizing.status(), resizes));
        return byRedirect;
    }

    /** A redirect may have been switched off since the start: by JMX, by its breaker, by the audit. */
    private String now(String status, boolean on) {
        return on && isEnabled() ? status : "stock (switched off)";
    }

    @Override
    public long dropped() {
        return trackers.dropped();
    }

    @Override
    public void listen(OperationListener listener) {
        trackers.listen(listener);
    }
}
