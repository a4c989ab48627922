package dev.hotpix.demo.race;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A worker in a JVM of its own, spoken to line by line. */
final class ChildJvm implements Contestant, AutoCloseable {

    private static final int LAST_LINES = 20;
    private static final int GOODBYE_SECONDS = 10;

    private final String label;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final Thread errorPump;
    private final Deque<String> lastErrorLines = new ArrayDeque<>();

    private ChildJvm(String label, Process process, PrintStream err) {
        this.label = label;
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        errorPump = new Thread(() -> pumpErrors(err), label + "-stderr");
        errorPump.setDaemon(true);
        errorPump.start();
    }

    static ChildJvm start(String label, List<String> command, PrintStream err)
            throws UsageException, ChildDiedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        dropInheritedAgents(builder.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UsageException("Cannot start " + command.get(0) + ": " + e.getMessage());
        }
        ChildJvm child = new ChildJvm(label, process, err);
        try {
            child.awaitReady(err);
        } catch (ChildDiedException e) {
            child.close();
            throw e;
        }
        return child;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public int load(ImageFile file) throws ChildDiedException {
        return Integer.parseInt(words(ask("load " + file.path()), "ok", 2)[1]);
    }

    @Override
    public Optional<Timing> run(int index, int repeat) throws ChildDiedException {
        String answer = ask("run " + index + " " + repeat);
        if (answer.startsWith("failed ")) {
            return Optional.empty();
        }
        String[] words = words(answer, "ok", 3);
        return Optional.of(
                new Timing(Double.parseDouble(words[1]) / repeat, Double.parseDouble(words[2]) / repeat));
    }

    @Override
    public String digest(int index) throws ChildDiedException {
        String answer = ask("digest " + index);
        if (answer.startsWith("error ")) {
            throw died("could not read a file: " + answer);
        }
        return answer;
    }

    @Override
    public String mbean(String name, String attribute) throws ChildDiedException {
        return ask("mbean " + name + " " + attribute);
    }

    @Override
    public void close() {
        commands.println("quit");
        commands.close();
        try {
            if (!process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            errorPump.join(TimeUnit.SECONDS.toMillis(GOODBYE_SECONDS));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The stock JVM must be stock also where the user's shell adds agents to every JVM. */
    private static void dropInheritedAgents(Map<String, String> environment) {
        for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            if (environment.getOrDefault(name, "").contains("-javaagent")) {
                environment.remove(name);
            }
        }
    }

    /** An agent may print before the worker guards its stdout; that is for the user's eyes. */
    private void awaitReady(PrintStream err) throws ChildDiedException {
        for (String line = answerLine(); !line.equals("ready"); line = answerLine()) {
            err.println(prefixed(line));
        }
    }

    private String ask(String command) throws ChildDiedException {
        commands.println(command);
        return answerLine();
    }

    private String answerLine() throws ChildDiedException {
        try {
            String line = answers.readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException e) {
            // A broken pipe is one more way to find the child gone.
        }
        throw died("ended early" + exitCode());
    }

    private String[] words(String answer, String first, int count) throws ChildDiedException {
        String[] words = answer.split(" ");
        if (words.length != count || !words[0].equals(first)) {
            throw died("answered: " + answer);
        }
        return words;
    }

    private ChildDiedException died(String what) {
        synchronized (lastErrorLines) {
            return new ChildDiedException(label, what, new ArrayList<>(lastErrorLines));
        }
    }

    private String exitCode() {
        try {
            boolean ended = process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS);
            errorPump.join(TimeUnit.SECONDS.toMillis(GOODBYE_SECONDS));
            return ended ? " with exit code " + process.exitValue() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void pumpErrors(PrintStream err) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getErrorStream()));
        try {
            lines.lines().forEach(line -> {
                err.println(prefixed(line));
                remember(line);
            });
        } catch (UncheckedIOException e) {
            // The child was destroyed while we read.
        }
    }

    private void remember(String line) {
        synchronized (lastErrorLines) {
            lastErrorLines.addLast(line);
            if (lastErrorLines.size() > LAST_LINES) {
                lastErrorLines.removeFirst();
            }
        }
    }

    private String prefixed(String line) {
        return "[" + label + " JVM] " + line;
    }
}
