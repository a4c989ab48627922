package dev.hotpix.agent;

import dev.hotpix.instrument.LoadTransformer;
import dev.hotpix.publish.Telemetry;
import dev.hotpix.publish.jfr.FlightRecorderEvents;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Waits until something in this JVM starts JDK Flight Recorder: to ask Flight Recorder itself to be told loads some
 * forty of its classes, which most applications never need. The class that is waited for is the first that only the
 * start needs; the platform's MBeans, for one, load others.
 */
final class FlightRecorderWatch {

    private static final String STARTED = "jdk.jfr.internal.PlatformRecorder";

    private final Telemetry telemetry;
    private final Executor background;
    private final Console console;

    FlightRecorderWatch(Telemetry telemetry, Executor background, Console console) {
        this.telemetry = telemetry;
        this.background = background;
        this.console = console;
    }

    /**
     * Begins to watch.
     *
     * @param ready whether the first operation after the start of a recording must not be missed, as by the
     *     milliseconds that pass until this notices the recording; the classes are loaded at once then
     */
    void start(Instrumentation instrumentation, boolean ready) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            return;
        }
        if (ready) {
            follow();
        } else {
            followOnceStarted(instrumentation);
        }
    }

    private void followOnceStarted(Instrumentation instrumentation) {
        AtomicBoolean seen = new AtomicBoolean();
        // Made here, not where the class is being loaded, by any thread.
        Runnable follow = this::follow;
        Runnable started = () -> {
            if (seen.compareAndSet(false, true)) {
                background.execute(follow);
            }
        };
        // In this order, so that it is not loaded between the two.
        instrumentation.addTransformer(new LoadTransformer(Map.of(STARTED.replace('.', '/'), started)), false);
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == null && type.getName().equals(STARTED)) {
                started.run();
            }
        }
    }

    private void follow() {
        try {
            FlightRecorderEvents.follow(telemetry, this::refused);
        } catch (RuntimeException | LinkageError failure) {
            refused(failure);
        }
    }

    private void refused(Throwable failure) {
        console.say("has no events for Flight Recorder: " + failure);
    }
}
