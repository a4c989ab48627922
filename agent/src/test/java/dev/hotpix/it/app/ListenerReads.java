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
        for (int event : new int[] {0, 1, 2, 30}) {
            ask("abort at event " + event, new EventLog(NEVER, event, -1), ListenerReads::addAll);
            ask("throwing at event " + event, new EventLog(NEVER, -1, event), ListenerReads::addAll);
        }
        findings.ask("abort by another thread", () -> ParamReads.with(file, reader -> {
            StringBuilder seen = new StringBuilder();
            reader.addIIOReadProgressListener(new EventLog(NEVER) {
                @Override
                public void imageProgress(ImageReader source, float percentageDone) {
                    super.imageProgress(source, percentageDone);
                    seen.append(abortElsewhere(source));
                }
            });
            return ImageText.of(reader.read(0)) + " " + seen;
        }));
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

    /** The reader is locked by the thread that reads: it refuses. */
    private static String abortElsewhere(ImageReader reader) {
        StringBuilder refused = new StringBuilder();
        Thread other = new Thread(() -> {
            try {
                reader.abort();
            } catch (IllegalStateException locked) {
                refused.append('x');
            }
        });
        other.start();
        try {
            other.join();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        return refused.toString();
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
        ask(question, new EventLog(abortAt), adding);
    }

    private void ask(String question, EventLog log, Adding adding) {
        findings.ask(question, () -> ParamReads.with(file, reader -> {
            adding.add(reader, log);
            String first;
            try {
                first = ImageText.of(reader.read(0));
            } catch (IllegalStateException | AssertionError thrown) {
                first = Findings.text(thrown);
            }
            first += " at " + ReaderReads.state((ImageInputStream) reader.getInput());
            // A second one, unobserved: what an abort leaves behind.
            reader.removeAllIIOReadProgressListeners();
            reader.removeAllIIOReadUpdateListeners();
            return log + " " + first + " then " + ImageText.of(reader.read(0));
        }));
    }
}
