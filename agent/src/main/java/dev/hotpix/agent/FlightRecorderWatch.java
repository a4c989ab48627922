package dev.hotpix.agent;

import dev.hotpix.publish.Telemetry;
import dev.hotpix.publish.jfr.FlightRecorderEvents;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.Executor;

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
            JdkClassWatch.whenLoaded(STARTED, this::follow, background, instrumentation);
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
