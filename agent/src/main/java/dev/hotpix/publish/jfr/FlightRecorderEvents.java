package dev.hotpix.publish.jfr;

import dev.hotpix.measure.ImageOperation;
import dev.hotpix.measure.Operation;
import dev.hotpix.measure.OperationListener;
import dev.hotpix.publish.Telemetry;
import java.util.function.Consumer;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;

/**
 * Makes every operation an event of JDK Flight Recorder while a recording wants it. The event types are registered, and
 * operations followed, from the moment that Flight Recorder starts in this JVM, however it is started.
 */
public final class FlightRecorderEvents implements FlightRecorderListener, OperationListener {
    private final Telemetry telemetry;
    private final Consumer<Throwable> trouble;
    private final EventType[] types = new EventType[Operation.values().length];

    private FlightRecorderEvents(Telemetry telemetry, Consumer<Throwable> trouble) {
        this.telemetry = telemetry;
        this.trouble = trouble;
    }

    /**
     * Waits for Flight Recorder, without starting it, and follows the operations from then on.
     *
     * @param trouble told if the JVM refuses the events
     */
    public static void follow(Telemetry telemetry, Consumer<Throwable> trouble) {
        FlightRecorder.addListener(new FlightRecorderEvents(telemetry, trouble));
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
        try {
            register(Operation.DECODE, ImageDecode.class);
            register(Operation.ENCODE, ImageEncode.class);
            register(Operation.RESIZE, ImageResize.class);
            register(Operation.CONVERT, ImageConvert.class);
            telemetry.listen(this);
        } catch (Throwable refused) {
            // Thrown from here it would be a line of Flight Recorder's on stdout.
            trouble.accept(refused);
        }
    }

    private void register(Operation kind, Class<? extends ImageEvent> type) {
        FlightRecorder.register(type);
        types[kind.ordinal()] = EventType.getEventType(type);
    }

    @Override
    public void began(ImageOperation operation) {
        if (types[operation.kind().ordinal()].isEnabled()) {
            ImageEvent event = create(operation.kind());
            event.begin();
            operation.attach(event);
        }
    }

    private static ImageEvent create(Operation kind) {
        switch (kind) {
            case DECODE:
                return new ImageDecode();
            case ENCODE:
                return new ImageEncode();
            case RESIZE:
                return new ImageResize();
            default:
                return new ImageConvert();
        }
    }

    @Override
    public void ended(ImageOperation operation) {
        if (operation.attachment() instanceof ImageEvent) {
            ImageEvent event = (ImageEvent) operation.attachment();
            event.end();
            if (event.shouldCommit()) {
                event.fill(operation);
                event.commit();
            }
        }
    }
}
