package dev.hotpix.publish.jmx;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** Registers an {@link AgentMXBean} as {@code dev.hotpix:type=Agent} with the platform's MBean server. */
public final class AgentBean {

    private static final String NAME = "dev.hotpix:type=Agent";

    private AgentBean() {
    }

    /**
     * Registers; starts the platform MBean server if nothing else has.
     *
     * @throws JMException if the server refuses
     */
    public static void register(AgentMXBean bean) throws JMException {
        ManagementFactory.getPlatformMBeanServer().registerMBean(
                new StandardMBean(bean, AgentMXBean.class, true), new ObjectName(NAME));
    }
}
