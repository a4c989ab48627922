package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's tools with the agent about. */
@ParameterizedClass
@MethodSource("dev.hotpix.it.Jdks#all")
class ToolsIT {

    private final Jdk jdk;

    ToolsIT(Jdk jdk) {
        this.jdk = jdk;
    }

    /** They get every agent that JAVA_TOOL_OPTIONS names, and their output is often read by programs. */
    @ParameterizedTest
    @CsvSource({"javac, -version, start=sync", "keytool, -help, start=sync", "jshell, -s, start=async"})
    void jdkToolsSayNothingMore(String tool, String argument, String mode) throws Exception {
        // Else jshell's first start on a machine makes a directory in the user's home, and says so.
        Path preferences = Fixture.directory("preferences");
        Files.createDirectories(preferences.resolve(".java/.userPrefs"));
        String option = "-J-Djava.util.prefs.userRoot=" + preferences;
        Outcome plain = Fork.tool(jdk, tool, option, argument).run();
        Outcome outcome = Fork.tool(jdk, tool, option, argument)
                .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + Fixture.agentJar() + "=" + mode).run().silent();
        assertEquals(plain.out(), outcome.out(), outcome::toString);
        assertEquals(plain.exit(), outcome.exit(), outcome::toString);
        List<String> errors = outcome.err().stream().filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                .collect(Collectors.toList());
        assertEquals(plain.err(), errors, outcome::toString);
    }

    /** An application that the compiler starts from its source is one all the same. */
    @Test
    void sourceLauncherRunsAnApplication() throws Exception {
        Path source = Fixture.directory("source").resolve("Hello.java");
        Files.writeString(source, "class Hello { public static void main(String[] args) { System.out.println(1); } }");
        Outcome outcome = Fork.java(jdk).agent("start=sync").options(source.toString()).run()
                .succeeded().noOtherErrors().oneLine("ready in");
        assertEquals(List.of("1"), outcome.out(), outcome::toString);
    }
}
