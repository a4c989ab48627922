package dev.hotpix.doctor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The operating system and the CPU, as far as the speed of images depends on them. */
final class MachineDescription {

    private static final List<String> FEATURES = List.of("sse2", "ssse3", "sse4_1", "sse4_2", "avx", "avx2", "bmi2",
            "fma", "avx512f", "avx512bw", "avx512dq", "avx512vl", "asimd", "sve");

    private MachineDescription() {
    }

    /** Name to value, from the system properties of a JVM of this machine. */
    static Map<String, String> of(Map<?, ?> properties) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("os", properties.get("os.name") + " " + properties.get("os.version"));
        facts.put("arch", String.valueOf(properties.get("os.arch")));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("load", ProcessFiles.load());
        facts.put("cpu", ProcessFiles.processor("model name"));
        List<String> flags = Arrays.asList(
                (ProcessFiles.processor("flags") + " " + ProcessFiles.processor("Features")).split(" "));
        facts.put("cpu-features", FEATURES.stream().filter(flags::contains).collect(Collectors.joining(" ")));
        return facts;
    }
}
