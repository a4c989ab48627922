package dev.hotpix.it.app;

import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads of one file under observation: listeners of every kind, aborts, and listeners that throw. */
final class ListenerReads {

    private static final float NEVER = 101;

    private final Findings findings;
    private final Path file;

    ListenerReads(Findings findings, Path file) {
        this.findings = findings;
        this.file = file;
    }

    void run() {
        ask("update listener", (reader, log) -> reader.addIIOReadUpdateListener(log), NEVER);
        ask("progress listener", (reader, log) -> reader.addIIOReadProgressListener(log), NEVER);
        ask("warning listener", (reader, log) -> reader.addIIOReadWarningListener(log), NEVER);
        ask("all listeners", ListenerReads::addAll, NEVER);
        ask("abort at 0 %", ListenerReads::addAll, 0);
        ask("abort at 40 %", ListenerReads::addAll, 40);
        findings.ask("abort before the read", () -> ParamReads.with(file, reader -> {
            reader.abort();
            return ImageText.of(reader.read(0));
        }));
        findings.ask("throwing listener", () -> ParamReads.with(file, reader -> {
            reader.addIIOReadProgressListener(new EventLog(NEVER) {
                @Override
                public void imageStarted(ImageReader source, int imageIndex) {
                    throw new IllegalStateException("from the listener");
                }
            });
            return ImageText.of(reader.read(0));
        }));
        findings.ask("listener that looks into the reader", () -> ParamReads.with(file, reader -> {
            StringBuilder seen = new StringBuilder();
            reader.addIIOReadWarningListener((source, warning) -> seen.append(position(source)).append(' '));
            return ImageText.of(reader.read(0)) + " " + seen;
        }));
    }

    /** Adds a log to a reader. */
    @FunctionalInterface
    private interface Adding {
        void add(ImageReader reader, EventLog log);
    }

    private static void addAll(ImageReader reader, EventLog log) {
        reader.addIIOReadUpdateListener(log);
        reader.addIIOReadProgressListener(log);
        reader.addIIOReadWarningListener(log);
    }

    private static String position(ImageReader reader) {
        try {
            return ReaderReads.state((ImageInputStream) reader.getInput());
        } catch (Exception e) {
            return Findings.text(e);
        }
    }

    private void ask(String question, Adding adding, float abortAt) {
        findings.ask(question, () -> ParamReads.with(file, reader -> {
            EventLog log = new EventLog(abortAt);
            adding.add(reader, log);
            String first = ImageText.of(reader.read(0));
            // A second one, unobserved: what an abort leaves behind.
            reader.removeAllIIOReadProgressListeners();
            reader.removeAllIIOReadUpdateListeners();
            return log + " " + first + " then " + ImageText.of(reader.read(0));
        }));
    }
}
