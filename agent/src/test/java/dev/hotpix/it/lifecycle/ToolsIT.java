package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    @CsvSource({"keytool, -help, start=sync", "jshell, -s, start=async"})
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

    /** Not only its version: the same class files. */
    @Test
    void javacCompilesTheSame() throws Exception {
        Path folder = Fixture.directory("compiled");
        Path source = folder.resolve("Shape.java");
        Files.writeString(source, "record Shape(int sides) { Shape { Runnable r = () -> sides(); } int unused() {"
                + " return switch (sides) { case 3 -> new java.util.Date(1, 2, 3).hashCode(); default -> 0; }; } }");
        String[] command = {"-Xlint:all", "-d", folder.toString(), source.toString()};
        Outcome plain = Fork.tool(jdk, "javac", command).run().succeeded();
        byte[] expected = Files.readAllBytes(folder.resolve("Shape.class"));
        Files.delete(folder.resolve("Shape.class"));
        Outcome outcome = Fork.tool(jdk, "javac", command)
                .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + Fixture.agentJar()).run().succeeded().silent();
        assertArrayEquals(expected, Files.readAllBytes(folder.resolve("Shape.class")));
        assertTrue(plain.err().toString().contains("deprecat"), plain::toString);
        assertEquals(plain.err(), outcome.err().stream().filter(line -> !line.startsWith("Picked up "))
                .collect(Collectors.toList()), outcome::toString);
    }

    /** A build with it, up to its end; times differ. */
    @Test
    void mavenBuildsTheSame() throws Exception {
        assumeTrue(Fork.command("sh", "-c", "command -v mvn").run().exit() == 0, "no mvn on the path");
        Path project = Fixture.directory("project");
        Files.writeString(project.resolve("pom.xml"), "<project><modelVersion>4.0.0</modelVersion>"
                + "<groupId>g</groupId><artifactId>a</artifactId><version>1</version></project>");
        List<Fork> forks = new ArrayList<>();
        for (String options : new String[] {"", "-javaagent:" + Fixture.agentJar()}) {
            forks.add(Fork.command("mvn", "-B", "-o", "-f", project.toString(), "validate")
                    .environment("JAVA_HOME", jdk.home().toString()).environment("JAVA_TOOL_OPTIONS", options));
        }
        List<Outcome> outcomes = Fork.atOnce(forks);
        Outcome agent = outcomes.get(1).succeeded().silent();
        assertEquals(withoutTimes(outcomes.get(0).succeeded()), withoutTimes(agent), agent::toString);
        assertTrue(agent.out().stream().anyMatch(line -> line.contains("BUILD SUCCESS")), agent::toString);
    }

    private static List<String> withoutTimes(Outcome maven) {
        return maven.out().stream().filter(line -> !line.matches(".*(Total time|Finished at):.*"))
                .collect(Collectors.toList());
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
