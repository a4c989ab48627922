package dev.hotpix.doctor;

import dev.hotpix.agent.AgentStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM as an application would have it: the doctor's own Java, JVM options and environment, with the agent. A JVM of
 * its own, so that the agent starts as it does for users, and so that one that dies of it is a finding.
 */
final class ApplicationJvm {

    /** Before each line of the report: the JVM may have been told to log to stdout. */
    static final String MARK = "hotpix-doctor:";

    private static final int PATIENCE_SECONDS = 120;
    private static final int LAST_LINES = 8;
    private static final String MAIN_CLASS = "dev.hotpix.premain.Main";

    /** Options that another JVM may not share: ports, recordings, logs. */
    private static final List<String> NOT_SHARED = List.of("-agentlib:jdwp", "-Xrunjdwp", "-Dcom.sun.management.",
            "-XX:StartFlightRecording", "-XX:FlightRecorderOptions", "-Xlog", "-XX:ArchiveClassesAtExit");

    /** So that the JVM answers, and leaves the files and ports of the user's applications alone. */
    static final Map<String, String> OWN_SETTINGS = Map.of("hotpix.start", "sync", "hotpix.report", "",
            "hotpix.histogram.log", "", "hotpix.prometheus.port", "");

    private final String jar;
    private final int arguments;

    /**
     * @param jar the agent's
     * @param arguments how many arguments the doctor's own main method got
     */
    ApplicationJvm(String jar, int arguments) {
        this.jar = jar;
        this.arguments = arguments;
    }

    /** Starts it, copies its report to {@code out} and answers its exit code. */
    int examine(DoctorOptions options, PrintStream out) {
        Report trouble = new Report("a JVM like this one");
        trouble.part(Report.JVM).putAll(JvmDescription.of(System.getProperties()));
        if (ModuleFinder.ofSystem().find("java.instrument").isEmpty()) {
            trouble.add(Finding.failed("agent", "this runtime has no java.instrument module, so no agent can be added",
                    "add java.instrument to the modules of the runtime image (jlink --add-modules)"));
            return Doctor.print(trouble, options, out);
        }
        try {
            return run(options, out, trouble);
        } catch (IOException refused) {
            trouble.add(Finding.failed("agent", "another JVM could not be started: " + refused.getMessage(),
                    "let this user start processes"));
            return Doctor.print(trouble, options, out);
        }
    }

    private int run(DoctorOptions options, PrintStream out, Report trouble) throws IOException {
        Process process = new ProcessBuilder(command(options)).start();
        process.getOutputStream().close();
        BlockingQueue<String> errors = new ArrayBlockingQueue<>(LAST_LINES);
        daemon(() -> keepLast(process.getErrorStream(), errors));
        daemon(() -> endLate(process));
        int lines = 0;
        try (BufferedReader in = reader(process.getInputStream())) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(MARK)) {
                    out.println(line.substring(MARK.length()));
                    lines++;
                }
            }
        }
        int exit = await(process);
        if (lines == 0) {
            trouble.add(Finding.failed("agent", "a JVM with the agent ended with exit code " + exit
                    + " before it could be examined: " + String.join(" | ", errors),
                    "see whether the same JVM options start an application without the agent"));
            return Doctor.print(trouble, options, out);
        }
        out.flush();
        return exit;
    }

    private List<String> command(DoctorOptions options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ownOptions());
        OWN_SETTINGS.forEach((name, value) -> command.add("-D" + name + "=" + value));
        // Else the options or the environment, which that JVM inherits, name it already.
        if (!AgentStart.hasStarted()) {
            command.add("-javaagent:" + jar);
        }
        command.addAll(List.of("-cp", jar, MAIN_CLASS, Doctor.EXAMINE));
        command.addAll(options.arguments());
        return command;
    }

    /** What stood on this JVM's command line before the main class, but for the class path. */
    private List<String> ownOptions() {
        List<String> line = commandLine();
        List<String> options = new ArrayList<>();
        // The last before the arguments is the jar, or the main class.
        for (int i = 1; i < line.size() - arguments - 1; i++) {
            String option = line.get(i);
            if (option.equals("-cp") || option.equals("-classpath") || option.equals("--class-path")) {
                i++;
            } else if (!option.equals("-jar") && !option.startsWith("--class-path=")
                    && NOT_SHARED.stream().noneMatch(option::startsWith)) {
                options.add(option);
            }
        }
        return options;
    }

    private static List<String> commandLine() {
        try {
            // Whole: the JDK's own ProcessHandle answers none that is longer than a page.
            String line = Files.readString(Path.of("/proc/self/cmdline"));
            return Arrays.asList(line.split("\0"));
        } catch (IOException noSuchFile) {
            List<String> line = new ArrayList<>(List.of(""));
            line.addAll(Arrays.asList(ProcessHandle.current().info().arguments().orElse(new String[0])));
            return line;
        }
    }

    private static void keepLast(InputStream in, BlockingQueue<String> last) {
        try (BufferedReader reader = reader(in)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                while (!last.offer(line)) {
                    last.poll();
                }
            }
        } catch (IOException ended) {
            // With the process.
        }
    }

    private static void endLate(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ending) {
            process.destroyForcibly();
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException ending) {
            process.destroyForcibly();
            return Verdict.UNUSABLE.exitCode();
        }
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "hotpix-doctor");
        thread.setDaemon(true);
        thread.start();
    }
}
