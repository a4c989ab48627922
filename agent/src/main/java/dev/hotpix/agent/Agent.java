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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The active agent of this JVM: what it redirects and what it has measured. */
final class Agent implements Telemetry {

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

    Circumstances circumstances() {
        return circumstances;
    }

    /** The one line about what is running, and what is not and why. */
    String startLine(long millis) {
        status = version() + ": jpeg-decode=" + jpeg.status() + " jpeg-encode=" + encoding.status()
                + " resize=" + resizing.status() + (outlets.isEmpty() ? "" : " metrics=" + String.join(",", outlets));
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

    /** The line, without the time it took, or empty if it has not been said yet. */
    String status() {
        return status;
    }

    List<String> outlets() {
        return outlets;
    }

    /** @return whether the report was written */
    boolean writeReport(String file) {
        return reporter.test(file);
    }

    /** Whether woven code has any effect. */
    boolean enabled() {
        return bridges.isConnected();
    }

    void enabled(boolean on) {
        bridges.connect(on);
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
        return Map.of("jpeg-decode", jpeg.verifications(), "jpeg-encode", encoding.verifications(),
                "resize", resizing.verifications());
    }

    @Override
    public Map<String, List<String>> verificationFindings() {
        return Map.of("jpeg-decode", jpeg.findings(), "jpeg-encode", encoding.findings(),
                "resize", resizing.findings());
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
        return on && enabled() ? status : "stock (switched off)";
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
