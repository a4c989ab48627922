package dev.hotpix.agent;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When the agent becomes active: once, at the application's first touch of image code or before {@code main}.
 * Until then this is all there is of it, so it starts no thread, touches no Byte Buddy and uses no lambda,
 * the first of which costs a JVM some ten milliseconds.
 */
final class Activation implements Runnable {

    /** How long {@link #later} waits: the time in which most user interfaces have started. */
    private static final int PATIENCE_SECONDS = 3;

    private final Configuration configuration;
    private final Instrumentation instrumentation;
    private final BackgroundThread background = new BackgroundThread();
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch urgent = new CountDownLatch(1);

    Activation(Configuration configuration, Instrumentation instrumentation) {
        this.configuration = configuration;
        this.instrumentation = instrumentation;
    }

    /** Activates on the background thread and returns at once. Further calls do nothing. */
    @Override
    public void run() {
        urgent.countDown();
        start();
    }

    /** What activates too, but lets the application go on alone for some seconds, unless {@link #run} comes. */
    Runnable later() {
        return new Runnable() {
            @Override
            public void run() {
                start();
            }
        };
    }

    private void start() {
        if (started.compareAndSet(false, true)) {
            background.execute(new Runnable() {
                @Override
                public void run() {
                    try {
                        urgent.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException nobodyHasThisThread) {
                        return;
                    }
                    activate();
                }
            });
        }
    }

    /** Activates on the calling thread. */
    void runNow() {
        if (started.compareAndSet(false, true)) {
            activate();
        }
    }

    private void activate() {
        Console console = new Console();
        for (String warning : configuration.warnings()) {
            console.say(warning);
        }
        try {
            new Wiring(configuration, console, instrumentation, background).connect();
        } catch (Throwable failure) {
            LiveAgent.isAbsent("could not start: " + failure);
            console.say("could not start and stays out; the application runs without it: " + failure);
        }
    }
}
