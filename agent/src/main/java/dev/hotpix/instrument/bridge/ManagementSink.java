package dev.hotpix.instrument.bridge;

import java.util.function.Consumer;

/** The agent's side of the bridge for the platform MBean server. */
final class ManagementSink extends HotpixManagement {

    private final Consumer<Object> listener;

    /** @param listener told of the server each time that it is asked for: must not throw */
    ManagementSink(Consumer<Object> listener) {
        this.listener = listener;
    }

    @Override
    protected void platformServerSeen(Object server) {
        listener.accept(server);
    }
}
