package dev.hotpix.agent;

import dev.hotpix.instrument.LoadTransformer;
import dev.hotpix.publish.jmx.AgentBean;
import dev.hotpix.publish.jmx.OperationBeans;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The MBeans of the agent. The JDK's platform MBean server has one for logging, so that whoever first asks for the
 * server also starts {@code java.util.logging}. An application server that names a log manager of its own, which only
 * its own class loaders can find, has to be first: there the MBeans wait for it.
 */
final class JmxOutlet implements Runnable {

    private static final String LOG_MANAGER = "java.util.logging.LogManager";

    private final Agent agent;
    private final Executor background;
    private final Console console;
    private final AtomicBoolean begun = new AtomicBoolean();

    JmxOutlet(Agent agent, Executor background, Console console) {
        this.agent = agent;
        this.background = background;
        this.console = console;
    }

    /** Registers on the background thread, now or when the application has started its logging. */
    void open(Instrumentation instrumentation) {
        if (findsLogManager(System.getProperty("java.util.logging.manager"))) {
            run();
            return;
        }
        // In this order, so that it is not loaded between the two.
        instrumentation.addTransformer(new LoadTransformer(Map.of(LOG_MANAGER.replace('.', '/'), this)), false);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && type.getName().equals(LOG_MANAGER)) {
                run();
            }
        }
    }

    /** Whether the system class loader, where the JDK looks first, has the log manager of that name. */
    static boolean findsLogManager(String named) {
        return named == null || ClassLoader.getSystemResource(named.trim().replace('.', '/') + ".class") != null;
    }

    /** Logging is being started, by the calling thread; or nothing has to be waited for. */
    @Override
    public void run() {
        if (begun.compareAndSet(false, true)) {
            background.execute(this::register);
        }
    }

    private void register() {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        // As the thread of main has it: log managers choose their configuration by it.
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            AgentBean.register(agent);
            OperationBeans.register(agent, background, console::say);
        } catch (Exception | LinkageError refused) {
            console.say("has no JMX view: " + refused);
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}
