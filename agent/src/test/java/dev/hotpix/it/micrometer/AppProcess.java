package dev.hotpix.it.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.Jdk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An application that runs under the agent, in a process of its own. */
final class AppProcess implements AutoCloseable {

    private static final int LIMIT_SECONDS = 120;

    private final Process process;
    private final Path out;
    private final HttpClient http = HttpClient.newHttpClient();

    private AppProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /**
     * Starts it.
     *
     * @param agentArguments of the agent
     * @param command what follows the options of the JVM that all have
     */
    static AppProcess start(Jdk jdk, Path folder, String agentArguments, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of(jdk.home().resolve("bin/java").toString(),
                "-javaagent:" + Path.of(System.getProperty("hotpix.agent.jar")).toAbsolutePath() + "=" + agentArguments,
                "-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1"));
        line.addAll(command);
        Path out = Files.createTempFile(folder, "app", ".log");
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOTPIX_") || name.startsWith("SPRING_")
                || name.equals("JAVA_TOOL_OPTIONS") || name.equals("JDK_JAVA_OPTIONS"));
        return new AppProcess(builder.start(), out);
    }

    /** What it wrote so far, both streams in one. */
    List<String> lines() throws IOException {
        return Files.readAllLines(out);
    }

    /** The agent's lines. */
    List<String> agentLines() throws IOException {
        return lines().stream().filter(line -> line.startsWith("[hotpix] ")).collect(Collectors.toList());
    }

    /** Waits for its end, which must be a good one. */
    AppProcess end() throws IOException, InterruptedException {
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertEquals(0, ended ? process.exitValue() : -1, () -> text());
        return this;
    }

    /** The values of the lines {@code key=value} that it wrote, in their order. */
    List<String> values(String key) throws IOException {
        return lines().stream().filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1)).collect(Collectors.toList());
    }

    /** The only value of a key. */
    String value(String key) throws IOException {
        List<String> values = values(key);
        assertEquals(1, values.size(), () -> key + " in\n" + text());
        return values.get(0);
    }

    /** Waits for a line of its output that has this part, and returns what follows. */
    String awaitLine(String part) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            for (String line : lines()) {
                if (line.contains(part)) {
                    return line.substring(line.indexOf(part) + part.length());
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no \"" + part + "\" in\n" + text());
    }

    /** Asks until the answer is as it should be, and returns that one, or the last. */
    String await(String address, Predicate<String> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS / 3);
        String answer = get(address);
        while (!wanted.test(answer) && System.nanoTime() < end) {
            Thread.sleep(100);
            answer = get(address);
        }
        return answer;
    }

    /** The body of the answer; empty if there is nothing at the address. */
    String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(LIMIT_SECONDS)).build(),
                HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == 404 ? "" : response.body();
    }

    /** All that it wrote, for messages. */
    String text() {
        try {
            return String.join("\n", lines());
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
