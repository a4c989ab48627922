package dev.hotpix.it.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** The lines that a child prints: subject, question, answer. An exception is an answer too. */
final class Findings {

    private static final int MOST_CAUSES = 5;
    private static final String READER = "com.sun.imageio.plugins.jpeg.JPEGImageReader.";
    private static final Set<String> REPLACED =
            Set.of("java.lang.HotpixJpeg.readImage", READER + "readImage", READER + "readInputData",
                    "java.lang.HotpixJpegWriter.writeImage", "com.sun.imageio.plugins.jpeg.JPEGImageWriter.writeImage");

    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{3,8}\\b");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    private final PrintStream out;
    private final AgentCounts counts;
    private String subject = "";

    Findings(PrintStream out) {
        this(out, null);
    }

    /** Prints, instead of the answers, who decoded: {@code redirected} or the reasons against it, in order. */
    Findings(PrintStream out, AgentCounts counts) {
        this.out = out;
        this.counts = counts;
    }

    void flush() {
        out.flush();
    }

    void subject(String name) {
        subject = name;
    }

    /** Asks and prints. */
    void ask(String question, Callable<?> answer) {
        String text;
        String before = counts == null ? "" : counts.text();
        try {
            text = String.valueOf(answer.call());
        } catch (Throwable thrown) {
            text = text(thrown);
        }
        out.println(subject + " | " + question + " | "
                + (counts == null ? printable(text) : AgentCounts.difference(before, counts.text())));
    }

    static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder("threw");
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            text.append(i == 0 ? " " : " caused by ").append(cause.getClass().getName()).append(": ")
                    .append(cause.getMessage()).append(trace(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    /** Where it was thrown, but for the frames of the decode call that the agent replaces by its bridge. */
    private static String trace(Throwable thrown) {
        if (thrown instanceof VirtualMachineError) {
            // When memory or stack run out, where they do so is chance.
            return "";
        }
        StringBuilder frames = new StringBuilder();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String name = frame.getClassName() + "." + frame.getMethodName();
            if (!REPLACED.contains(name)) {
                frames.append(frame).append('\n');
            }
        }
        if (Boolean.getBoolean("hotpixtest.full")) {
            thrown.printStackTrace();
        }
        return " trace " + ImageText.sha(frames.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** One line of ASCII, without the identity hash codes of {@code Object.toString}. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(IDENTITY.matcher(text).replaceAll("@")).replaceAll("?");
    }
}
