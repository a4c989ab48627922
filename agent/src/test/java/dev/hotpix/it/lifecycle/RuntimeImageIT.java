package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runtimes made with jlink that lack what the agent would use. */
class RuntimeImageIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";

    @ParameterizedTest
    @MethodSource(JDKS)
    void withoutJavaDesktop(Jdk jdk) throws Exception {
        Path runtime = link(jdk, "java.base,java.instrument");
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(runtime).agent(mode).main(Surroundings.class))) {
            outcome.succeeded().noOtherErrors().oneLine("no java.desktop");
        }
    }

    /** Redirects and reports; what is missing is one more line. Logging and Flight Recorder are not missed. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void withoutManagementAndLogging(Jdk jdk) throws Exception {
        Path runtime = link(jdk, "java.desktop,java.instrument");
        Outcome plain = Fork.java(runtime).run(Decodes.class, Fixture.photo()).succeeded();
        // async: the JVM may end before the agent is ready.
        Fork.java(runtime).agent().run(Decodes.class, Fixture.photo()).sameAs(plain);
        Path report = Fixture.directory("report").resolve("report.txt");
        Outcome sync = Fork.java(runtime).agent("start=sync,report=" + report)
                .run(Decodes.class, Fixture.photo()).sameAs(plain);
        assertEquals(2, sync.ours().size(), sync::toString);
        assertTrue(sync.ours().stream().anyMatch(line -> line.contains("jpeg-decode=libjpeg-turbo")), sync::toString);
        assertTrue(sync.ours().stream().anyMatch(line -> line.contains("no java.management")), sync::toString);
        assertTrue(sync.ours().stream().anyMatch(line -> line.contains(" metrics=report ready in ")), sync::toString);
        assertTrue(Files.readString(report).contains("libjpeg-turbo"), sync::toString);
    }

    private static Path link(Jdk jdk, String modules) throws Exception {
        Path runtime = Fixture.directory("runtime").resolve("java");
        Outcome linked = Fork.tool(jdk, "jlink", "--add-modules", modules, "--output", runtime.toString()).run();
        assumeTrue(linked.exit() == 0, linked::toString);
        return runtime;
    }
}
