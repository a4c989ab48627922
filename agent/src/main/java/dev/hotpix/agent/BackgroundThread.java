package dev.hotpix.agent;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A daemon thread of the agent. The first, {@code hotpix-init}, weaves, loads the native library and runs the
 * probes, so that the application's threads never wait for that. It ends when it has had nothing to do for
 * a while and comes back when there is work.
 */
final class BackgroundThread implements Executor, ThreadFactory {

    private static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor executor;
    private volatile Thread thread;

    private final String name;
    private final int priority;

    /** {@code hotpix-init}. */
    BackgroundThread() {
        this("hotpix-init", Thread.NORM_PRIORITY);
    }

    /** Another one, for work that the first is not to wait for. */
    BackgroundThread(String name, int priority) {
        this.name = name;
        this.priority = priority;
        executor = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this);
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public Thread newThread(Runnable work) {
        thread = daemon(name, priority, work);
        return thread;
    }

    /** Another daemon of the agent, for work of its own. */
    static Thread daemon(String name, Runnable work) {
        return daemon(name, Thread.NORM_PRIORITY, work);
    }

    /**
     * Not a child of whichever application thread came first: no inherited thread locals, loader or group. Nor its
     * permissions, under a security manager.
     */
    private static Thread daemon(String name, int priority, Runnable work) {
        return AccessController.doPrivileged(new PrivilegedAction<Thread>() {
            @Override
            public Thread run() {
                Thread created = new Thread(rootGroup(), work, name, 0, false);
                created.setDaemon(true);
                created.setContextClassLoader(null);
                created.setPriority(priority);
                return created;
            }
        });
    }

    private static ThreadGroup rootGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    /** Drops the work where no thread is to be had: the caller may be a thread of the application; stock serves on. */
    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (OutOfMemoryError noThread) {
            // The limit of the process or of its container.
        }
    }

    /** Whether the caller is this thread. */
    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }
}
