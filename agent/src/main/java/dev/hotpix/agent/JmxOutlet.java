package dev.hotpix.agent;

import dev.hotpix.instrument.Weaver;
import dev.hotpix.instrument.bridge.Bridges;
import dev.hotpix.instrument.management.PlatformServerTarget;
import dev.hotpix.publish.jmx.AgentBean;
import dev.hotpix.publish.jmx.OperationBeans;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;

/**
 * The MBeans of the agent. They are registered when someone first asks for the platform MBean server, who finds them
 * there. Most applications never do; to make the server for them would cost the CPU time of a whole start-up, start
 * {@code java.util.logging}, which an application server wants to be first at, and slow down Java2D's look-up of its
 * loops: the server's searches spoil the profile of {@code Arrays.binarySearch} for the compiler.
 */
final class JmxOutlet {

    private static final String FACTORY = "javax.management.MBeanServerFactory";

    private final Agent agent;
    private final Executor background;
    private final Weaver weaver;
    private final Bridges bridges;
    private final Console console;
    private final AtomicBoolean begun = new AtomicBoolean();

    JmxOutlet(Agent agent, Executor background, Weaver weaver, Bridges bridges, Console console) {
        this.agent = agent;
        this.background = background;
        this.weaver = weaver;
        this.bridges = bridges;
        this.console = console;
    }

    /** Registers now, if the server is there, or as soon as it is asked for. */
    void open(Instrumentation instrumentation) {
        bridges.onPlatformServer(this::register);
        weaver.weave(ManagementFactory.class, new PlatformServerTarget());
        // In this order, so that it is not made between the two.
        if (hasServer(instrumentation)) {
            background.execute(() -> register(ManagementFactory.getPlatformMBeanServer()));
        }
    }

    private static boolean hasServer(Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && type.getName().equals(FACTORY)) {
                return !MBeanServerFactory.findMBeanServer(null).isEmpty();
            }
        }
        return false;
    }

    /** On the thread that asks: what it looks for next may be ours. */
    private void register(Object server) {
        if (begun.get() || !begun.compareAndSet(false, true)) {
            return;
        }
        try {
            AgentBean.register(new AgentControls(agent), (MBeanServer) server);
            OperationBeans.register(agent, (MBeanServer) server, background, console::say);
        } catch (JMException | RuntimeException | LinkageError refused) {
            console.say("has no JMX view: " + refused);
        }
    }
}
