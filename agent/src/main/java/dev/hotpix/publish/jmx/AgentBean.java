package dev.hotpix.publish.jmx;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Registers an {@link AgentMXBean} as {@code dev.hotpix:type=Agent} with an MBean server. */
public final class AgentBean {

    private static final String NAME = "dev.hotpix:type=Agent";

    private AgentBean() {
    }

    /**
     * Registers.
     *
     * @throws JMException if the server refuses
     */
    public static void register(AgentMXBean bean, MBeanServer server) throws JMException {
        server.registerMBean(
                new StandardMBean(bean, AgentMXBean.class, true), new ObjectName(NAME));
    }
}
