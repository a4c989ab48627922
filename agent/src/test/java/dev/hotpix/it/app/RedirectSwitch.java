package dev.hotpix.it.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the same of stock and of the redirect in one JVM: without its agent's side the bridge of the JPEG readers
 * goes to stock at once. Ten times as fast as two JVMs, which have to agree on what the bridge itself does.
 */
final class RedirectSwitch {

    private final Field sink;
    private final Object agent;
    private long answers;
    private long pictures;

    /** In a JVM whose agent has started. */
    RedirectSwitch() throws ReflectiveOperationException {
        sink = Class.forName("java.lang.HotpixJpeg").getField("sink");
        agent = sink.get(null);
        if (agent == null) {
            throw new IllegalStateException("no agent");
        }
    }

    /** Questions; asked twice, the answers must be equal. */
    @FunctionalInterface
    interface Questions {
        void ask(Findings findings, boolean redirected) throws Exception;
    }

    /** Asks stock, then the redirect, from the same lines, so that traces are equal; answers what differs. */
    List<String> differences(String subject, Questions questions) throws Exception {
        String[][] both = new String[2][];
        for (int side = 0; side < 2; side++) {
            both[side] = answers(subject, side == 1, questions);
        }
        String[] without = both[0];
        String[] with = both[1];
        answers += without.length;
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(without.length, with.length); i++) {
            String stockLine = i < without.length ? without[i] : "(nothing)";
            String agentLine = i < with.length ? with[i] : "(nothing)";
            pictures += stockLine.contains(" sha ") ? 1 : 0;
            if (!stockLine.equals(agentLine) && !stockLine.contains("OutOfMemoryError")) {
                differences.add("- " + stockLine);
                differences.add("+ " + agentLine);
            }
        }
        return differences;
    }

    private String[] answers(String subject, boolean redirected, Questions questions) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        Findings findings = new Findings(new PrintStream(out, false, StandardCharsets.US_ASCII));
        findings.subject(subject);
        sink.set(null, redirected ? agent : null);
        try {
            questions.ask(findings, redirected);
        } finally {
            sink.set(null, agent);
            findings.flush();
        }
        return out.toString(StandardCharsets.US_ASCII).split("\n");
    }

    /** Answers of stock so far, each compared with one of the redirect. */
    long answers() {
        return answers;
    }

    /** How many of them told of an image. */
    long pictures() {
        return pictures;
    }
}
