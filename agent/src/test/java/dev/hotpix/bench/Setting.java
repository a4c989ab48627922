package dev.hotpix.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a benchmark is run with: the JVM of its children, the agent, and this machine. */
final class Setting {

    private Setting() {
    }

    /**
     * The {@code java} program of a JDK.
     *
     * @param homeOrBinary a JDK's folder or its program
     */
    static String java(String homeOrBinary) {
        Path given = Path.of(homeOrBinary);
        return (Files.isDirectory(given) ? given.resolve("bin").resolve("java") : given).toString();
    }

    /** The {@code java} program that runs this one. */
    static String thisJava() {
        return java(System.getProperty("java.home"));
    }

    /** The agent that the build has put beside the folder of these classes. */
    static String builtAgent() {
        return classes().resolveSibling("hotpix-agent.jar").toString();
    }

    /** Where the classes of this package are, for the class path of children. */
    static Path classes() {
        try {
            return Path.of(Setting.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A child's JVM must have no agent, and Hotpix no setting, that the user's shell adds to every JVM. */
    static ProcessBuilder child(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        List<String> ofJava = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
        builder.environment().keySet().removeIf(name -> ofJava.contains(name) || name.startsWith("HOTPIX_"));
        return builder;
    }

    static void print(PrintStream out, Class<?> program, String[] words) {
        out.println("command: " + program.getName() + " " + String.join(" ", words));
        out.println("machine: " + cpu() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
    }

    /** What {@code java -version} says, on one line. */
    static String version(String java) throws IOException {
        Process process = child(List.of(java, "-version")).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.strip().lines().skip(1).findFirst().orElse(said.strip());
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown CPU");
        } catch (IOException | UncheckedIOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
