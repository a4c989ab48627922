package dev.hotpix.agent;

import dev.hotpix.publish.jmx.AgentMXBean;
import java.util.List;
import java.util.Map;

/** The agent as JMX shows it and switches it. */
final class AgentControls implements AgentMXBean {

    private final Agent agent;
    private final JpegDecoding jpeg;
    private final JpegEncoding encoding;
    private final Resizing resizing;
    private final Circumstances circumstances;

    AgentControls(Agent agent) {
        this.agent = agent;
        jpeg = agent.jpeg();
        encoding = agent.encoding();
        resizing = agent.resizing();
        circumstances = agent.circumstances();
    }

    @Override
    public List<String> getOutlets() {
        return agent.outlets();
    }

    @Override
    public boolean writeReport(String file) {
        return agent.writeReport(file);
    }

    @Override
    public String getVersion() {
        return Version.STRING;
    }

    @Override
    public String getStatus() {
        return agent.status();
    }

    @Override
    public Map<String, String> getEngines() {
        return agent.engines();
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
        return agent.enabled();
    }

    @Override
    public void setEnabled(boolean on) {
        agent.enabled(on);
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
        return jpeg.verifications();
    }

    @Override
    public List<String> getVerificationFindings() {
        return jpeg.findings();
    }

    @Override
    public String getResizeRedirectError() {
        return resizing.redirect() == null ? null : resizing.redirect().breakCause();
    }

    @Override
    public Map<String, Long> getResizeVerifications() {
        return resizing.verifications();
    }

    @Override
    public List<String> getResizeVerificationFindings() {
        return resizing.findings();
    }

    @Override
    public int getProfileTables() {
        return jpeg.redirect() == null ? 0 : jpeg.redirect().profileTables();
    }
}
