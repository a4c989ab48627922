package dev.hotpix.agent;

import dev.hotpix.instrument.LoadTransformer;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits until the JVM loads a class of the JDK, and then does something once, on the background thread. */
final class JdkClassWatch implements Runnable {

    private final Runnable action;
    private final Executor background;
    private final AtomicBoolean seen = new AtomicBoolean();

    private JdkClassWatch(Runnable action, Executor background) {
        this.action = action;
        this.background = background;
    }

    /**
     * Begins to wait.
     *
     * @param name of a class of the boot loader; if it is loaded there is nothing to wait for
     */
    static void whenLoaded(String name, Runnable action, Executor background, Instrumentation instrumentation) {
        JdkClassWatch watch = new JdkClassWatch(action, background);
        // In this order, so that it is not loaded between the two.
        instrumentation.addTransformer(new LoadTransformer(Map.of(name.replace('.', '/'), watch)), false);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && type.getName().equals(name)) {
                watch.run();
            }
        }
    }

    /** The class is being loaded, by the calling thread. */
    @Override
    public void run() {
        if (seen.compareAndSet(false, true)) {
            background.execute(action);
        }
    }
}
