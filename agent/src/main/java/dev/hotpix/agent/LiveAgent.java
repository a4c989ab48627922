package dev.hotpix.agent;

import dev.hotpix.publish.jmx.AgentMXBean;

/** The agent of this JVM as others in its loader see it: the doctor runs in JVMs that may have no JMX. */
public final class LiveAgent {

    private static volatile AgentMXBean bean;
    private static volatile String absence = "has not been started";

    private LiveAgent() {
    }

    /** Null if it is not active. */
    public static AgentMXBean bean() {
        return bean;
    }

    /** Why it is not active, as {@code why; cure}. */
    public static String absence() {
        return absence;
    }

    /** The version of these classes. */
    public static String version() {
        return Version.STRING;
    }

    static void isActive(AgentMXBean agent) {
        bean = agent;
    }

    static void isAbsent(String why) {
        absence = why;
    }
}
