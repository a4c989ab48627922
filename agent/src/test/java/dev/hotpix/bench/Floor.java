package dev.hotpix.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The C loop over the same libjpeg-turbo, which {@code agent/src/main/native/build.sh --bench} builds. */
final class Floor {

    private static final Pattern RESULT = Pattern.compile("\\s*([0-9.]+) best\\s+([0-9.]+) mean.*");

    private final String binary;

    /** @param binary null if there is none */
    Floor(String binary) {
        this.binary = binary;
    }

    /**
     * CPU milliseconds of the best of some decodes, in a process of its own; not a number without a binary. Its
     * first decode pays for touching the memory of the pixels, so one more is done than is asked for.
     */
    double best(Path file, int decodes) throws IOException {
        return best(List.of(String.valueOf(decodes + 1), file.toString()));
    }

    /** The same of encoding a file's pixels, with one quality for all of libjpeg's: 0 to 100. */
    double bestEncode(Path file, int quality, int encodes) throws IOException {
        return best(List.of("--encode", String.valueOf(quality), String.valueOf(encodes + 1), file.toString()));
    }

    private double best(List<String> arguments) throws IOException {
        if (binary == null) {
            return Double.NaN;
        }
        List<String> command = new ArrayList<>(List.of(binary));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        Matcher result = RESULT.matcher(said);
        if (!result.matches()) {
            throw new IOException(binary + " said " + said);
        }
        return Double.parseDouble(result.group(1));
    }
}
