package dev.hotpix.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.ToolProvider;

/**
 * The classes of an application for a JVM that is too old for those of the tests: its sources compiled once more. An
 * application that is to run on such a JVM may use no more of Java than there is.
 */
public final class OldJavaClasses {

    /** What the tests are compiled for. */
    private static final int TESTS_FEATURE = 17;

    private static final Path SOURCES = Path.of("src", "test", "java");
    /** Tests run side by side in several JVMs, which must not write each other's files. */
    private static final Path CLASSES =
            Path.of("target", "old-java-classes", System.getProperty("surefire.forkNumber", "1"));

    private static final Map<String, Path> COMPILED = new ConcurrentHashMap<>();

    private OldJavaClasses() {
    }

    /**
     * Where a JDK finds an application: among the tests' own classes, if it is not too old for them.
     *
     * @param main the name of its class
     * @param libraries what the application calls, as a class path
     */
    public static Path location(String main, Jdk jdk, String libraries) {
        if (jdk.feature() >= TESTS_FEATURE) {
            return ForkedJvm.location(OldJavaClasses.class);
        }
        return COMPILED.computeIfAbsent(jdk.feature() + "/" + main, key -> {
            try {
                return compile(main, jdk.feature(), libraries, CLASSES.resolve(key).toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Path compile(String main, int release, String libraries, Path into) throws IOException {
        Files.createDirectories(into);
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:-options",
                "--release", Integer.toString(release), "-sourcepath", SOURCES.toString(), "-cp", libraries,
                "-d", into.toString(), SOURCES.resolve(main.replace('.', '/') + ".java").toString()));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(new String[0]));
        if (exit != 0) {
            throw new IllegalStateException(errors.toString(StandardCharsets.UTF_8));
        }
        return into;
    }
}
