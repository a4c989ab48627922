package java.lang;

/**
 * What the JDK's woven {@code ManagementFactory} calls: a bridge like {@link HotpixImageIo}.
 */
public abstract class HotpixManagement {

    /** The agent's side; null while the agent is not ready. */
    public static volatile HotpixManagement sink;

    protected HotpixManagement() {
    }

    /** Someone is about to get the platform MBean server. */
    public static void platformServerAsked(Object server) {
        HotpixManagement agent = sink;
        if (agent != null) {
            agent.platformServerSeen(server);
        }
    }

    /** See {@link #platformServerAsked}. */
    protected abstract void platformServerSeen(Object server);
}
