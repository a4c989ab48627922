package dev.hotpix.it.lifecycle.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What an operator sees of the agent, from inside the application: its MBean. */
final class AgentView {

    private static final int PATIENCE_MILLIS = 200_000;

    private AgentView() {
    }

    static Object get(String attribute) throws JMException {
        return ManagementFactory.getPlatformMBeanServer().getAttribute(name(), attribute);
    }

    static void set(String attribute, Object value) throws JMException {
        ManagementFactory.getPlatformMBeanServer().setAttribute(name(), new Attribute(attribute, value));
    }

    static long redirected() throws JMException {
        return (Long) get("RedirectedDecodes");
    }

    /** Waits until the agent is ready; it registers its MBean last. */
    static void awaitReady() throws JMException, InterruptedException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (long end = System.currentTimeMillis() + PATIENCE_MILLIS; !server.isRegistered(name()); Thread.sleep(10)) {
            if (System.currentTimeMillis() > end) {
                throw new InstanceNotFoundException("the agent did not get ready");
            }
        }
    }

    /** Decodes until a decode is redirected. */
    static boolean awaitRedirect(String file) throws JMException, InterruptedException, IOException {
        Picture.read(file);
        awaitReady();
        for (long end = System.currentTimeMillis() + PATIENCE_MILLIS; redirected() == 0; Thread.sleep(5)) {
            if (System.currentTimeMillis() > end) {
                return false;
            }
            Picture.read(file);
        }
        return true;
    }

    private static ObjectName name() throws JMException {
        return new ObjectName("dev.hotpix:type=Agent");
    }
}
