package dev.hotpix.publish.micrometer;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

/** Defines the class that speaks to one copy of Micrometer, in the class loader of that copy. */
final class AdapterClass {

    private static final String NAME = HotpixMeters.className("HotpixMicrometer");

    private AdapterClass() {
    }

    /**
     * Defines the class and makes its only instance. Neither runs code of the application.
     *
     * @param meterRegistry Micrometer's class of that name
     * @throws ReflectiveOperationException if the application's module keeps the package closed
     */
    static HotpixMeters define(Class<?> meterRegistry) throws ReflectiveOperationException, IOException {
        try (InputStream in = AdapterClass.class.getClassLoader()
                .getResourceAsStream(NAME.replace('.', '/') + ".class")) {
            Class<?> adapter = MethodHandles.privateLookupIn(meterRegistry, MethodHandles.lookup())
                    .defineClass(in.readAllBytes());
            return (HotpixMeters) adapter.getConstructor().newInstance();
        }
    }
}
