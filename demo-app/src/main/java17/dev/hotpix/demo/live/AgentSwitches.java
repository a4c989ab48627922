package dev.hotpix.demo.live;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The agent's switches, by the names of an MBean and its attributes: nothing is compiled against it. */
public final class AgentSwitches {

    /** What the agent registers itself as, once it has seen an image operation. */
    public static final String NAME = "dev.hotpix:type=Agent";

    private static final String SWITCH_SUFFIX = "RedirectEnabled";
    private static final String[] WRITE_REPORT = {String.class.getName()};

    private final MBeanServer server;
    private final ObjectName name;

    public AgentSwitches(MBeanServer server) {
        this.server = server;
        try {
            name = new ObjectName(NAME);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean present() {
        return server.isRegistered(name);
    }

    public AgentStatus status() {
        try {
            return present()
                    ? new AgentStatus(true, text("Version"), text("Status"), states())
                    : AgentStatus.ABSENT;
        } catch (JMException | RuntimeException e) {
            // It may be registered or go at any moment.
            return AgentStatus.ABSENT;
        }
    }

    /** Every redirect that can be switched, and whether it is on; later versions may have more of them. */
    public Map<String, Boolean> states() throws JMException {
        Map<String, Boolean> states = new TreeMap<>();
        for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
            if (attribute.getName().endsWith(SWITCH_SUFFIX) && attribute.isWritable() && attribute.isReadable()) {
                states.put(attribute.getName(), (Boolean) server.getAttribute(name, attribute.getName()));
            }
        }
        return states;
    }

    /** All redirects at once. */
    public void switchAll(boolean on) throws JMException {
        for (String attribute : states().keySet()) {
            server.setAttribute(name, new Attribute(attribute, on));
        }
    }

    /** Back to what {@link #states} told. */
    public void restore(Map<String, Boolean> states) throws JMException {
        for (Map.Entry<String, Boolean> state : states.entrySet()) {
            server.setAttribute(name, new Attribute(state.getKey(), state.getValue()));
        }
    }

    /** Lets the agent write its report now; its extension tells the format. */
    public void writeReport(String file) throws JMException, IOException {
        Object written = server.invoke(name, "writeReport", new Object[] {file}, WRITE_REPORT);
        if (!Boolean.TRUE.equals(written)) {
            throw new IOException("the agent could not write its report");
        }
    }

    private String text(String attribute) throws JMException {
        Object value = server.getAttribute(name, attribute);
        return value == null ? "" : value.toString();
    }
}
