package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.OldJavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The command line of a program that a test runs, usually an application under the agent. */
final class Fork {

    private static final int TIMEOUT_SECONDS = 300;

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Fork(List<String> start) {
        command.addAll(start);
    }

    /** An application of package {@code app}, run by this JVM from a jar. */
    static Fork java(Jdk jdk) {
        return java(jdk.home());
    }

    static Fork java(Path home) {
        return java(home, Fixture.appJar());
    }

    /** An application that must suit a JVM that is older than the tests. */
    static Fork java(Jdk jdk, Class<?> main) {
        return java(jdk.home(), OldJavaClasses.location(main.getName(), jdk, ""));
    }

    private static Fork java(Path home, Path application) {
        return new Fork(List.of(home.resolve("bin/java").toString(), "-cp", application.toString()));
    }

    /** A tool of the JDK, such as {@code jlink}. */
    static Fork tool(Jdk jdk, String name, String... arguments) {
        Path tool = jdk.home().resolve("bin").resolve(name);
        assumeTrue(Files.isExecutable(tool), () -> "no " + tool);
        return new Fork(List.of(tool.toString())).options(arguments);
    }

    /** A command of the system, found on its path. */
    static Fork command(String name, String... arguments) {
        return new Fork(List.of(name)).options(arguments);
    }

    /** Runs all this by way of another command, such as {@code unshare}. */
    Fork under(String... wrapper) {
        command.addAll(0, List.of(wrapper));
        return this;
    }

    Fork agent() {
        return options("-javaagent:" + Fixture.agentJar());
    }

    Fork agent(String arguments) {
        return options("-javaagent:" + Fixture.agentJar() + "=" + arguments);
    }

    Fork companion(String arguments) {
        return options("-javaagent:" + Fixture.companionJar() + "=" + arguments);
    }

    Fork options(String... options) {
        command.addAll(List.of(options));
        return this;
    }

    Fork environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The application's main class and arguments: the end of the command line. */
    Fork main(Class<?> main, Object... arguments) {
        options(main.getName());
        for (Object argument : arguments) {
            options(argument.toString());
        }
        return this;
    }

    Outcome run(Class<?> main, Object... arguments) throws IOException, InterruptedException {
        return main(main, arguments).run();
    }

    Outcome run() throws IOException, InterruptedException {
        return start().end();
    }

    /** Runs a command line in both start modes of the agent, at the same time. */
    static List<Outcome> inBothModes(Function<String, Fork> commandLine) throws IOException, InterruptedException {
        return atOnce(List.of(commandLine.apply("start=async"), commandLine.apply("start=sync")));
    }

    /** Runs them all at the same time. */
    static List<Outcome> atOnce(List<Fork> forks) throws IOException, InterruptedException {
        List<Running> running = new ArrayList<>();
        for (Fork fork : forks) {
            running.add(fork.start());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Running one : running) {
            outcomes.add(one.end());
        }
        return outcomes;
    }

    private Running start() throws IOException {
        Path out = Files.createTempFile(Fixture.directory(), "out", ".txt");
        Path err = Files.createTempFile(Fixture.directory(), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Fixture.nothing().toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // What this machine or build happens to set must not reach the application.
        builder.environment().keySet().removeIf(name -> name.startsWith("HOTPIX_") || name.equals("DISPLAY")
                || name.equals("JAVA_TOOL_OPTIONS") || name.equals("JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return new Running(String.join(" ", command), builder.start(), out, err);
    }

    private record Running(String command, Process process, Path out, Path err) {

        Outcome end() throws IOException, InterruptedException {
            boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                // A JVM answers with all its stacks, on stdout.
                new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
                process.waitFor(2, TimeUnit.SECONDS);
                process.destroyForcibly().waitFor();
            }
            Outcome outcome = new Outcome(
                    command, ended ? process.exitValue() : -1, Files.readAllLines(out), Files.readAllLines(err));
            if (!ended) {
                throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s: " + outcome);
            }
            return outcome;
        }
    }
}
