package dev.hotpix.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Linux tells of a process and of the machine it runs on; elsewhere everything is empty. */
final class ProcessFiles {

    private static final Path PROC = Path.of("/proc");

    private final Path process;

    private ProcessFiles(String process) {
        this.process = PROC.resolve(process);
    }

    static ProcessFiles own() {
        return new ProcessFiles("self");
    }

    static ProcessFiles of(long process) {
        return new ProcessFiles(Long.toString(process));
    }

    /** The value of the first line {@code name : value} about the processors, or an empty text. */
    static String processor(String name) {
        return lines(PROC.resolve("cpuinfo")).filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim()).findFirst().orElse("");
    }

    /** The mean number of processes that ran or wanted to in the last minute, or an empty text. */
    static String load() {
        return lines(PROC.resolve("loadavg")).map(line -> line.split(" ")[0]).findFirst().orElse("");
    }

    /** Whether it is certain that this is no JVM. */
    boolean isNoJvm() {
        return lines(process.resolve("maps")).findAny().isPresent() && mapped("/libjvm.so").isEmpty();
    }

    /** The files that the process has mapped whose path has this in it. */
    List<String> mapped(String part) {
        return lines(process.resolve("maps")).filter(line -> line.contains(part))
                .map(line -> line.substring(line.indexOf('/'))).distinct().collect(Collectors.toList());
    }

    /** The options that the file system of a directory is mounted with, as {@code rw,noexec}, or an empty text. */
    String mountOptions(Path directory) {
        String options = "";
        int longest = -1;
        for (String line : lines(process.resolve("mounts")).collect(Collectors.toList())) {
            String[] fields = line.split(" ");
            // Of mounts upon each other the last is seen.
            if (directory.toAbsolutePath().startsWith(fields[1]) && fields[1].length() >= longest) {
                longest = fields[1].length();
                options = fields[3];
            }
        }
        return options;
    }

    private static Stream<String> lines(Path file) {
        try {
            // Not by its size, which is 0 for these.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return new ArrayList<>(List.of(text.split("\n"))).stream();
        } catch (IOException | RuntimeException notLinux) {
            return Stream.empty();
        }
    }
}
