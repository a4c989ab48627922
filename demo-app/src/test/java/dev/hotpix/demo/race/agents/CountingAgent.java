package dev.hotpix.demo.race.agents;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.JMException;
import javax.management.ObjectName;

/** Claims to have decoded more whenever asked, and repeats its arguments on stdout and stderr. */
public final class CountingAgent implements CountingAgentMBean {

    private final AtomicLong queries = new AtomicLong();

    public static void premain(String args) throws JMException {
        System.err.println("counting, told " + args);
        System.out.println("stdout, told " + args);
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(new CountingAgent(), new ObjectName("dev.hotpix:type=Agent"));
    }

    @Override
    public long getRedirectedDecodes() {
        return queries.incrementAndGet();
    }
}
