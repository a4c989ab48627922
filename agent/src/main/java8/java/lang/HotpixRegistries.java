package java.lang;

/**
 * What woven methods of an application's Micrometer call: a bridge like {@link HotpixImageIo}.
 */
public abstract class HotpixRegistries {

    /** The agent's side; null while the agent is not ready or switched off. */
    public static volatile HotpixRegistries sink;

    protected HotpixRegistries() {
    }

    /**
     * Something was done to a {@code MeterRegistry} of the application's Micrometer.
     *
     * @param event one of the constants of {@link HotpixMeters}
     */
    public static void meterRegistryEvent(Object registry, int event) {
        HotpixRegistries agent = sink;
        if (agent != null) {
            agent.meterRegistrySeen(registry, event);
        }
    }

    /** See {@link #meterRegistryEvent}. */
    protected abstract void meterRegistrySeen(Object registry, int event);
}
