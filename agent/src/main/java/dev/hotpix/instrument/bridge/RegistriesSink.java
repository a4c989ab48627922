package dev.hotpix.instrument.bridge;

import java.util.function.ObjIntConsumer;

/** The agent's side of the bridge for registries of Micrometer. */
final class RegistriesSink extends HotpixRegistries {

    private volatile ObjIntConsumer<Object> listener = (registry, event) -> { };

    /** Sets who is told of the application's Micrometer registries: must not throw. */
    void listener(ObjIntConsumer<Object> told) {
        listener = told;
    }

    @Override
    protected void meterRegistrySeen(Object registry, int event) {
        listener.accept(registry, event);
    }
}
