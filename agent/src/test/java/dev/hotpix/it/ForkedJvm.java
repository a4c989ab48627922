package dev.hotpix.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a JVM of its own, with little but the test classes on its class path. */
public final class ForkedJvm {

    private static final String AGENT_JAR = "hotpix.agent.jar";

    /** A thread per task: the common pool of a machine with two processors would run them one after the other. */
    private static final Executor THREADS = task -> {
        Thread thread = new Thread(task, "forked-jvm");
        thread.setDaemon(true);
        thread.start();
    };

    private final Jdk jdk;
    private final String main;
    private final List<String> options = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private String classPath = "";
    private Duration limit = Duration.ofMinutes(2);

    private ForkedJvm(Jdk jdk, String main) {
        this.jdk = jdk;
        this.main = main;
    }

    /** What a child left behind. */
    public record Result(int exitCode, List<String> stdout, List<String> stderr) {

        /** The lines of stdout of a child that went well. */
        public List<String> lines() {
            if (exitCode != 0) {
                throw new AssertionError("exit code " + exitCode + "\n" + tail(stdout) + "\n" + tail(stderr));
            }
            return stdout;
        }

        private static String tail(List<String> lines) {
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        }
    }

    /** A child of a JDK. */
    public static ForkedJvm of(Jdk jdk, Class<?> main) {
        return of(jdk, main.getName());
    }

    /** A child of a JDK, with a main class that is not one of the tests'. */
    public static ForkedJvm of(Jdk jdk, String main) {
        return new ForkedJvm(jdk, main).options("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");
    }

    /** Options for the JVM. */
    public ForkedJvm options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** A system property. */
    public ForkedJvm property(String key, Object value) {
        return options("-D" + key + "=" + value);
    }

    /** With the agent, whose probes and trials are waited for if it starts {@code sync}. */
    public ForkedJvm agent(String agentArguments) {
        String jar = System.getProperty(AGENT_JAR);
        if (jar == null) {
            throw new IllegalStateException(AGENT_JAR + " is not set: run the test with failsafe");
        }
        return property("hotpixtest.wait", 60_000).options("-javaagent:" + jar + (agentArguments.isEmpty() ? "" : "=" + agentArguments));
    }

    /** The archives of these classes besides the test classes on the class path. */
    public ForkedJvm classPath(Class<?>... of) {
        for (Class<?> type : of) {
            classPath += File.pathSeparator + location(type);
        }
        return this;
    }

    /** More on its class path. */
    public ForkedJvm classPath(List<Path> more) {
        for (Path jar : more) {
            classPath += File.pathSeparator + jar;
        }
        return this;
    }

    /** A variable of the child's environment. */
    public ForkedJvm environment(String key, String value) {
        environment.put(key, value);
        return this;
    }

    /** Arguments of {@code main}. */
    public ForkedJvm arguments(Object... more) {
        for (Object argument : more) {
            arguments.add(argument.toString());
        }
        return this;
    }

    /** The child is killed, and the test fails, when it takes longer. */
    public ForkedJvm limit(Duration time) {
        limit = time;
        return this;
    }

    /** Runs on another thread. */
    public CompletableFuture<Result> start() {
        return CompletableFuture.supplyAsync(this::run, THREADS);
    }

    /** Runs to its end. */
    public Result run() {
        try {
            Process process = processBuilder().start();
            try {
                process.getOutputStream().close();
                CompletableFuture<List<String>> stdout = drain(process.getInputStream());
                CompletableFuture<List<String>> stderr = drain(process.getErrorStream());
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw hung(process, stdout, stderr);
                }
                return new Result(process.exitValue(), stdout.join(), stderr.join());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder processBuilder() {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().toString());
        command.addAll(options);
        command.addAll(List.of("-cp", OldJavaClasses.location(main, jdk, classPath) + classPath, main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // The child is to be as the test says, whatever the environment of the build is.
        builder.environment().keySet().removeIf(key -> key.startsWith("HOTPIX_") || key.equals("CLASSPATH")
                || key.equals("JAVA_TOOL_OPTIONS") || key.equals("JDK_JAVA_OPTIONS") || key.equals("_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder;
    }

    static Path location(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toPath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CompletableFuture<List<String>> drain(InputStream in) {
        return CompletableFuture.supplyAsync(() -> {
            List<String> lines = new ArrayList<>();
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException closedByKill) {
                lines.add("(cut off)");
            }
            return lines;
        }, THREADS);
    }

    private AssertionError hung(
            Process process, CompletableFuture<List<String>> stdout, CompletableFuture<List<String>> stderr)
            throws IOException, InterruptedException {
        // The thread dump goes to the child's stdout; a JVM stuck on its way to a safepoint gives none.
        new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
        process.waitFor(2, TimeUnit.SECONDS);
        process.destroyForcibly();
        return new AssertionError(main + " on " + jdk + " took more than " + limit + " " + options
                + "\n" + Result.tail(stdout.join()) + "\n" + Result.tail(stderr.join()));
    }
}
