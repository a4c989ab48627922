package dev.hotpix.demo.it;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built jar, run as the README tells, with its web application on a free port. */
final class DemoApp {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final Pattern OPEN = Pattern.compile("open at (http://\\S+/)");

    private static final Map<Boolean, DemoApp> RUNNING = new HashMap<>();

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> lines = new ArrayList<>();
    private volatile String url;

    private DemoApp(Process process) {
        this.process = process;
        Thread reader = new Thread(() -> read(process.getInputStream()), "demo-output");
        reader.setDaemon(true);
        reader.start();
    }

    static Path jar() {
        return Path.of(System.getProperty("hotpix.demo.jar"));
    }

    static Path agentJar() {
        return Path.of(System.getProperty("hotpix.agent.jar"));
    }

    /** One for all test classes, which it outlives. */
    static synchronized DemoApp running(boolean withAgent) throws IOException, InterruptedException {
        DemoApp app = RUNNING.get(withAgent);
        if (app == null) {
            app = start(withAgent);
            RUNNING.put(withAgent, app);
        }
        return app;
    }

    private static DemoApp start(boolean withAgent) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (withAgent) {
            command.add("-javaagent:" + agentJar());
        }
        command.addAll(List.of("-jar", jar().toString(), "web", "--port", "0"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // A developer's shell may add an agent to every JVM.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        DemoApp app = new DemoApp(builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(app::close));
        app.await("the address", () -> app.url != null);
        app.await("all photos of its own", () -> app.get("api/photos").body().contains("\"made\":8,"));
        return app;
    }

    String url(String path) {
        return url + path;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(), path);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        return http.send(request.uri(URI.create(url(path))).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What it printed, on both streams. */
    List<String> output() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    void await(String what, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                fail("waited for " + what + "; the application said " + output());
            }
            Thread.sleep(50);
        }
    }

    boolean said(Predicate<String> line) {
        return output().stream().anyMatch(line);
    }

    private void close() {
        process.destroy();
        try {
            if (process.waitFor(20, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                Matcher open = OPEN.matcher(line);
                if (open.find()) {
                    url = open.group(1);
                }
            }
        } catch (IOException e) {
            // It ended while we read.
        }
    }

    static boolean agentIsBuilt() {
        return Files.isRegularFile(agentJar());
    }
}
