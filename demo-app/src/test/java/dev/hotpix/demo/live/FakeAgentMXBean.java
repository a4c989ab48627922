package dev.hotpix.demo.live;

/** As much of the agent's MBean as the demo knows by name. */
public interface FakeAgentMXBean {

    String getVersion();

    String getStatus();

    boolean isEnabled();

    void setEnabled(boolean on);

    boolean isJpegDecodeRedirectEnabled();

    void setJpegDecodeRedirectEnabled(boolean on);

    boolean isResizeRedirectEnabled();

    void setResizeRedirectEnabled(boolean on);

    /** Not to be switched. */
    boolean isSomeRedirectEnabled();

    boolean writeReport(String file);
}
