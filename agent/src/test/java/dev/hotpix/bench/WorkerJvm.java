package dev.hotpix.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that runs a {@link DecodeWorker}, with or without the agent. */
final class WorkerJvm implements AutoCloseable {

    /** The heap is touched before the start: page faults of a growing heap would be counted as decoding. */
    private static final List<String> JVM_OPTIONS =
            List.of("-Xms1200m", "-Xmx1200m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch", "-Djava.awt.headless=true");

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    private WorkerJvm(Process process) {
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** CPU milliseconds of one decode. */
    static final class Timing {
        final double bestThread;
        final double meanThread;
        final double meanProcess;

        private Timing(String[] nanos) {
            bestThread = Double.parseDouble(nanos[0]) / 1e6;
            meanThread = Double.parseDouble(nanos[1]) / 1e6;
            meanProcess = Double.parseDouble(nanos[2]) / 1e6;
        }
    }

    static WorkerJvm stock(String java) throws IOException {
        return start(java, List.of());
    }

    static WorkerJvm hotpix(String java, String agentJar) throws IOException {
        return start(java, List.of("-javaagent:" + agentJar + "=start=sync"));
    }

    private static WorkerJvm start(String java, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(JVM_OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", Setting.classes().toString(), DecodeWorker.class.getName()));
        Process process = Setting.child(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        WorkerJvm worker = new WorkerJvm(process);
        worker.answer();
        return worker;
    }

    /** Loads a file; returns its index for the other commands. */
    int load(Path file) throws IOException {
        return Integer.parseInt(ask("load " + file.toAbsolutePath()));
    }

    /** Identifies size, type and all samples. */
    String hash(int index) throws IOException {
        return ask("hash " + index);
    }

    /**
     * Decodes {@code batches} times {@code each} times.
     *
     * @param way {@code imageio}, or {@code reader} for one {@code ImageReader} used again and again
     */
    Timing decode(String way, int index, int batches, int each) throws IOException {
        return new Timing(ask("decode " + way + " " + index + " " + batches + " " + each).split(" "));
    }

    /**
     * Encodes the picture of a file {@code batches} times {@code each} times to memory.
     *
     * @param quality 0 to 1; below 0: as {@code ImageIO.write} does
     */
    Timing encode(float quality, int index, int batches, int each) throws IOException {
        return new Timing(ask("encode " + quality + " " + index + " " + batches + " " + each).split(" "));
    }

    /** Identifies all bytes of the file that {@link #encode} makes. */
    String encodedHash(float quality, int index) throws IOException {
        return ask("encoded " + quality + " " + index);
    }

    /** Encodes that the agent has redirected so far; -1 without an agent. */
    long redirectedEncodes() throws IOException {
        return Long.parseLong(ask("encoders").split(" ")[0]);
    }

    /** Decodes that the agent has redirected so far; -1 without an agent. */
    long redirected() throws IOException {
        return Long.parseLong(ask("engine").split(" ")[0]);
    }

    String lastFallback() throws IOException {
        return ask("engine").split(" ")[1];
    }

    private String ask(String command) throws IOException {
        commands.println(command);
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null || !line.startsWith("ok ")) {
            throw new IOException("a worker answered " + line);
        }
        return line.substring("ok ".length());
    }

    @Override
    public void close() {
        commands.println("quit");
        commands.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupt) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
