package dev.hotpix.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the native library can be put where it is to be put. */
final class TemporaryDirectory {

    private static final String CHECK = "temp-directory";
    private static final String CURE =
            "set hotpix.native.dir to a writable directory from which libraries may be loaded";

    private TemporaryDirectory() {
    }

    /**
     * Tries.
     *
     * @param directory of the JVM: its {@code java.io.tmpdir}
     * @param codec the native library that the JVM has loaded, or null if it has none
     */
    static Finding check(Path directory, ProcessFiles process, String codec) {
        String trouble = trouble(directory, process);
        if (codec != null) {
            return Finding.ok(CHECK, "the codec was loaded from " + codec
                    + (trouble == null ? "" : "; " + directory + ", which is not used, is " + trouble));
        }
        return trouble == null ? Finding.ok(CHECK, directory + " is writable and not mounted noexec")
                : Finding.off(CHECK, directory + " is " + trouble, CURE);
    }

    private static String trouble(Path directory, ProcessFiles process) {
        try {
            Files.delete(Files.createTempFile(directory, "hotpix", ".try"));
        } catch (IOException | RuntimeException refused) {
            return "not writable";
        }
        return (',' + process.mountOptions(directory) + ',').contains(",noexec,") ? "mounted noexec" : null;
    }
}
