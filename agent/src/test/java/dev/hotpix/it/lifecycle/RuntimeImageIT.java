package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.Surroundings;
import dev.hotpix.it.lifecycle.app.Thumbnails;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications that are modules, and runtimes made with jlink that lack what the agent would use. */
class RuntimeImageIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";

    @ParameterizedTest
    @MethodSource(JDKS)
    void aModuleOnItsOwnPath(Jdk jdk) throws Exception {
        AppModule module = AppModule.requiring("java.desktop", "java.management");
        String[] command = {"-p", module.jar().toString(), "-m", module.main(Thumbnails.class),
            Fixture.photo().toString()};
        Outcome plain = Fork.tool(jdk, "java", command).run().succeeded();
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.tool(jdk, "java").agent(mode)
                .options("-Dhotpixtest.await=redirect").options(command))) {
            outcome.succeeded().oneLine("jpeg-decode=libjpeg-turbo");
            assertEquals("true", outcome.value("redirected"), outcome::toString);
            assertEquals(plain.values("made"), outcome.values("made"), outcome::toString);
            assertEquals(plain.err(), outcome.others(), outcome::toString);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void withoutJavaDesktop(Jdk jdk) throws Exception {
        AppModule module = AppModule.requiring();
        Path runtime = link(jdk, "java.base,java.instrument", module);
        Fork.command(runtime.resolve("bin/java").toString()).agent()
                .options("-m", module.main(Surroundings.class)).run()
                .succeeded().noOtherErrors().oneLine("no java.desktop");
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(runtime).agent(mode).main(Surroundings.class))) {
            outcome.succeeded().noOtherErrors().oneLine("no java.desktop");
        }
    }

    /** Redirects and reports; what is missing is one more line. Logging and Flight Recorder are not missed. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void withoutManagementAndLogging(Jdk jdk) throws Exception {
        AppModule module = AppModule.requiring("java.desktop");
        Path runtime = link(jdk, "java.desktop,java.instrument", module);
        Outcome plain = Fork.java(runtime).run(Decodes.class, Fixture.photo()).succeeded();
        // async: the JVM may end before the agent is ready.
        Fork.java(runtime).agent().run(Decodes.class, Fixture.photo()).sameAs(plain);
        Outcome linked = Fork.command(runtime.resolve("bin/java").toString()).agent("start=sync")
                .options("-m", module.main(Decodes.class), Fixture.photo().toString()).run().sameAs(plain);
        assertTrue(linked.ours().stream().anyMatch(line -> line.contains("jpeg-decode=libjpeg-turbo")),
                linked::toString);
        Path report = Fixture.directory("report").resolve("report.txt");
        Outcome sync = Fork.java(runtime).agent("start=sync,report=" + report)
                .run(Decodes.class, Fixture.photo()).sameAs(plain);
        assertEquals(2, sync.ours().size(), sync::toString);
        assertTrue(sync.ours().stream().anyMatch(line -> line.contains("jpeg-decode=libjpeg-turbo")), sync::toString);
        assertTrue(sync.ours().stream().anyMatch(line -> line.contains("no java.management")), sync::toString);
        assertTrue(sync.ours().stream().anyMatch(line -> line.contains(" metrics=report ready in ")), sync::toString);
        assertTrue(Files.readString(report).contains("libjpeg-turbo"), sync::toString);
    }

    private static Path link(Jdk jdk, String modules, AppModule module) throws Exception {
        Path runtime = Fixture.directory("runtime").resolve("java");
        Outcome linked = Fork.tool(jdk, "jlink", "--module-path", module.jar().toString(),
                "--add-modules", modules + "," + module.name(), "--output", runtime.toString()).run();
        assumeTrue(linked.exit() == 0, linked::toString);
        return runtime;
    }
}
