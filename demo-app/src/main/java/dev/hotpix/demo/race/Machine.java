package dev.hotpix.demo.race;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the race was run, so that its numbers can be compared with others. */
final class Machine {

    private Machine() {}

    /** The contestant's JVM, which need not be the one this program runs in. */
    static String jdk(Contestant contestant) throws ChildDiedException {
        String runtime = "java.lang:type=Runtime";
        return contestant.mbean(runtime, "VmName")
                + " " + contestant.mbean(runtime, "VmVersion")
                + ", " + contestant.mbean(runtime, "VmVendor");
    }

    static String cpu() {
        return cpuModel() + ", " + Runtime.getRuntime().availableProcessors() + " available, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String cpuModel() {
        Path linux = Path.of("/proc/cpuinfo");
        if (Files.isReadable(linux)) {
            try (Stream<String> lines = Files.lines(linux, StandardCharsets.ISO_8859_1)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).trim())
                        .findFirst()
                        .orElse("unknown CPU");
            } catch (IOException e) {
                return "unknown CPU";
            }
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        return windows == null ? "unknown CPU" : windows;
    }
}
