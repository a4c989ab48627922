package dev.hotpix.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JPEG decoder that a JVM itself has under ImageIO: read from the files that its process has mapped. */
final class StockDecoder {

    private static final Pattern TURBO = Pattern.compile("libjpeg-turbo version ([0-9.]+)");

    private StockDecoder() {
    }

    /**
     * Names it.
     *
     * @return null if the process has not decoded anything yet
     */
    static String of(ProcessFiles process) {
        List<String> system = process.mapped("/libjpeg.so");
        if (!system.isEmpty()) {
            return name(system.get(0)) + " of the system, " + system.get(0);
        }
        List<String> bundled = process.mapped("/libjavajpeg.so");
        return bundled.isEmpty() ? null : name(bundled.get(0)) + " of the JDK, " + bundled.get(0);
    }

    private static String name(String file) {
        try {
            String content = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.ISO_8859_1);
            Matcher turbo = TURBO.matcher(content);
            return turbo.find() ? "libjpeg-turbo " + turbo.group(1)
                    : content.contains("libjpeg-turbo") ? "libjpeg-turbo"
                    : content.contains("6b  27-Mar-1998") ? "libjpeg 6b" : "a libjpeg";
        } catch (IOException | RuntimeException unreadable) {
            return "a libjpeg";
        }
    }
}
