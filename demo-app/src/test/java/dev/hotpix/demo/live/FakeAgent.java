package dev.hotpix.demo.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** Switches without anything behind them. */
public class FakeAgent implements FakeAgentMXBean {

    boolean decode = true;
    boolean resize;
    String report = "{}";

    /** @return a server of its own in which the agent is */
    static MBeanServer serverWith(FakeAgent agent) throws JMException {
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        server.registerMBean(agent, new ObjectName(AgentSwitches.NAME));
        return server;
    }

    boolean[] state() {
        return new boolean[] {decode, resize};
    }

    @Override
    public String getVersion() {
        return "7.0";
    }

    @Override
    public String getStatus() {
        return "7.0: all is well";
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public void setEnabled(boolean on) {
        throw new AssertionError("not a redirect");
    }

    @Override
    public boolean isJpegDecodeRedirectEnabled() {
        return decode;
    }

    @Override
    public void setJpegDecodeRedirectEnabled(boolean on) {
        decode = on;
    }

    @Override
    public boolean isResizeRedirectEnabled() {
        return resize;
    }

    @Override
    public void setResizeRedirectEnabled(boolean on) {
        resize = on;
    }

    @Override
    public boolean isSomeRedirectEnabled() {
        return true;
    }

    @Override
    public boolean writeReport(String file) {
        if (report == null) {
            return false;
        }
        try {
            Files.writeString(Path.of(file), report);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
