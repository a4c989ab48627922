package dev.hotpix.it.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Prints the agent's events in a recording, a line each with tabs: name, format, api, engine, outcome, pixels, bytes,
 * duration and self time in nanoseconds, call site, and the classes on the stack. Then the types with their label,
 * categories and description. Argument: the file.
 */
public final class RecordedEvents {

    private RecordedEvents() {
    }

    /** See the class. */
    public static void main(String[] args) throws IOException {
        try (RecordingFile file = new RecordingFile(Path.of(args[0]))) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().startsWith("hotpix.")) {
                    System.out.println(line(event));
                }
            }
            for (EventType type : file.readEventTypes()) {
                if (type.getName().startsWith("hotpix.")) {
                    System.out.println("type\t" + type.getName() + "\t" + type.getLabel() + "\t"
                            + type.getCategoryNames() + "\t" + type.getDescription());
                }
            }
        }
    }

    private static String line(RecordedEvent event) {
        List<RecordedFrame> frames = event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
        return String.join("\t", "event", event.getEventType().getName(), event.getString("format"),
                event.getString("api"), event.getString("engine"), event.getString("outcome"), Long.toString(event.getLong("pixels")),
                Long.toString(event.getLong("bytes")), Long.toString(event.getDuration().toNanos()),
                Long.toString(event.getDuration("selfTime").toNanos()), String.valueOf(event.getString("site")),
                frames.stream().filter(RecordedFrame::isJavaFrame)
                        .map(frame -> frame.getMethod().getType().getName()).distinct()
                        .collect(Collectors.joining(",")));
    }
}
