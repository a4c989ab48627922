package dev.hotpix.agent;

import dev.hotpix.instrument.BridgeSink;
import dev.hotpix.measure.CallSites;
import dev.hotpix.measure.Measurements;
import dev.hotpix.publish.jmx.AgentMXBean;
import java.util.Map;

/** The active agent of this JVM: its switches and what they switch. */
final class Agent implements AgentMXBean {

    private final BridgeSink sink;
    private final Measurements decodes;
    private final Measurements encodes;
    private final CallSites sites;
    private final JpegDecoding jpeg;
    private volatile String status = "";

    Agent(BridgeSink sink, Measurements decodes, Measurements encodes, CallSites sites, JpegDecoding jpeg) {
        this.sink = sink;
        this.decodes = decodes;
        this.encodes = encodes;
        this.sites = sites;
        this.jpeg = jpeg;
        HotpixBridge.stockReadImage = jpeg.stockReadImage();
    }

    Measurements decodes() {
        return decodes;
    }

    Measurements encodes() {
        return encodes;
    }

    CallSites sites() {
        return sites;
    }

    JpegDecoding jpeg() {
        return jpeg;
    }

    /** The one line about what is running, and what is not and why. */
    String startLine(long millis) {
        status = getVersion() + ": jpeg-decode=" + jpeg.status();
        return status + " ready in " + millis + " ms";
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
    public boolean isEnabled() {
        return HotpixBridge.sink != null;
    }

    @Override
    public void setEnabled(boolean on) {
        HotpixBridge.sink = on ? sink : null;
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
        return jpeg.redirect() == null ? 0 : jpeg.redirect().redirected();
    }

    @Override
    public Map<String, Long> getFallbacks() {
        return jpeg.fallbacks();
    }

    @Override
    public String getLastFallbackReason() {
        return jpeg.redirect() == null ? null : jpeg.redirect().fallbacks().last();
    }
}
