package dev.hotpix.publish.prometheus;

import io.micrometer.common.util.internal.logging.InternalLogger;
import io.micrometer.common.util.internal.logging.InternalLoggerFactory;
import java.lang.reflect.Proxy;

/**
 * No logging in the agent's Micrometer. Left alone it takes {@code java.util.logging}, which the application may want
 * to set up first, and which a runtime image may lack.
 */
final class SilentLogs extends InternalLoggerFactory {

    /** Takes effect in the agent's relocated copy only. */
    static void install() {
        setDefaultFactory(new SilentLogs());
    }

    @Override
    protected InternalLogger newInstance(String name) {
        return (InternalLogger) Proxy.newProxyInstance(SilentLogs.class.getClassLoader(),
                new Class<?>[] {InternalLogger.class}, (proxy, method, arguments) -> {
                    Class<?> type = method.getReturnType();
                    return type == boolean.class ? (Object) false : type == String.class ? name : null;
                });
    }
}
