package dev.hotpix.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a command: the CPU time that it took from its start to its very end, and when its first line came.
 *
 * <p>Java has no {@code getrusage} for children, {@code /proc} counts in steps of 10 ms and is gone with the
 * process. Bash's {@code time} asks the kernel after the end, to the millisecond.
 */
final class TimedProcess {

    private static final String SCRIPT = "TIMEFORMAT='cpu %3U %3S'; time \"$@\"";
    private static final Pattern CPU = Pattern.compile("cpu ([0-9]+)[.,]([0-9]{3}) ([0-9]+)[.,]([0-9]{3})");

    /** User and system time, in milliseconds. */
    final double cpu;
    /** From the start to the first line on standard output, in milliseconds. */
    final double firstLine;
    /** From the start to the end, in milliseconds. */
    final double wall;

    private TimedProcess(double cpu, double firstLine, double wall) {
        this.cpu = cpu;
        this.firstLine = firstLine;
        this.wall = wall;
    }

    static TimedProcess run(List<String> command) throws IOException {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash"));
        timed.addAll(command);
        ProcessBuilder builder = Setting.child(timed);
        long start = System.nanoTime();
        Process process = builder.start();
        BufferedReader out = reader(process);
        String line = out.readLine();
        double firstLine = (System.nanoTime() - start) / 1e6;
        while (out.readLine() != null) {
            // To the end of the process.
        }
        double wall = (System.nanoTime() - start) / 1e6;
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher cpu = CPU.matcher(errors);
        if (line == null || !cpu.find()) {
            throw new IOException(String.join(" ", command) + " failed: " + errors);
        }
        return new TimedProcess(milliseconds(cpu, 1) + milliseconds(cpu, 3), firstLine, wall);
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static double milliseconds(Matcher found, int group) {
        return Integer.parseInt(found.group(group)) * 1000.0 + Integer.parseInt(found.group(group + 1));
    }
}
