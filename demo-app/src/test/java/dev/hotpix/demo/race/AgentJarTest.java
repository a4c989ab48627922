package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTest {

    @TempDir
    Path folder;

    @Test
    void foundBesideTheDemoModule() throws IOException, UsageException {
        Path target = Files.createDirectories(folder.resolve("agent/target"));
        Path agent = Files.createFile(target.resolve("hotpix-agent.jar"));
        assertEquals(Optional.of(agent), AgentJar.find(Optional.empty(), demoJar()));
    }

    @Test
    void missingTellsTheCure() {
        String message =
                assertThrows(UsageException.class, () -> AgentJar.find(Optional.empty(), demoJar())).getMessage();
        assertTrue(message.contains("hotpix-agent.jar") && message.contains("--agent"), message);
    }

    @Test
    void namedOrNone() throws IOException, UsageException {
        Path named = Files.createFile(folder.resolve("my.jar"));
        assertEquals(Optional.of(named), AgentJar.find(Optional.of(named.toString()), demoJar()));
        assertEquals(Optional.empty(), AgentJar.find(Optional.of("none"), demoJar()));
        assertThrows(UsageException.class, () -> AgentJar.find(Optional.of("no/such.jar"), demoJar()));
        Path equals = Files.createFile(folder.resolve("a=b.jar"));
        assertThrows(UsageException.class, () -> AgentJar.find(Optional.of(equals.toString()), demoJar()));
    }

    private Path demoJar() {
        return folder.resolve("demo-app/target/hotpix-demo-app.jar");
    }
}
