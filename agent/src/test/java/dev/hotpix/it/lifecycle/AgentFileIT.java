package dev.hotpix.it.lifecycle;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.Surroundings;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent's jar where and as users come to have it. */
class AgentFileIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";

    @ParameterizedTest
    @MethodSource(JDKS)
    void anyPathWillDo(Jdk jdk) throws Exception {
        Path folder = Files.createDirectory(Fixture.directory("path").resolve("with space, 100% + #plus!"));
        Path copy = Files.copy(Fixture.agentJar(), folder.resolve("agent.jar"));
        Fork.java(jdk).options("-javaagent:" + copy + "=start=sync").run(Decodes.class, Fixture.photo())
                .succeeded().oneLine("jpeg-decode=libjpeg-turbo");
    }

    /** Shaded into an application's jar, where our folder is likely to be dropped. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void repackagedItStaysOut(Jdk jdk) throws Exception {
        Path copy = Fixture.directory("repackaged").resolve("uber.jar");
        try (JarFile original = new JarFile(Fixture.agentJar().toFile());
                OutputStream out = Files.newOutputStream(copy);
                JarOutputStream jar = new JarOutputStream(out, original.getManifest())) {
            for (JarEntry entry : original.stream().filter(entry -> entry.getName().startsWith("dev/hotpix/premain/"))
                    .collect(Collectors.toList())) {
                jar.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = original.getInputStream(entry)) {
                    in.transferTo(jar);
                }
            }
        }
        Fork.java(jdk).options("-javaagent:" + copy).run(Surroundings.class)
                .succeeded().noOtherErrors().oneLine("none of its own classes", "hotpix-agent.jar");
    }
}
