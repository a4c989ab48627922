package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Decodes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that make applications start faster stay in use. */
class ArchiveIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";

    /** An agent that appends to the boot class path would cost the application its archive. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void classDataSharing(Jdk jdk) throws Exception {
        Path archive = Fixture.directory("cds").resolve("app.jsa");
        Fork.java(jdk).options("-XX:ArchiveClassesAtExit=" + archive).run(Decodes.class, Fixture.photo()).succeeded();
        assumeTrue(Files.exists(archive), "this JVM archives no classes");
        assertTrue(isArchived(Fork.java(jdk).companion("empty").options("-XX:SharedArchiveFile=" + archive)),
                "not even with an empty agent");
        for (String mode : new String[] {"start=async", "start=sync"}) {
            assertTrue(isArchived(Fork.java(jdk).agent(mode)
                    .options("-XX:SharedArchiveFile=" + archive, "-Dhotpixtest.await=ready")), mode);
        }
    }

    /** Trained with the agent; trained without it, the JVM drops the cache for any agent. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void aheadOfTimeCache(Jdk jdk) throws Exception {
        assumeTrue(jdk.feature() >= 25, "no AOT cache in " + jdk);
        Path cache = Fixture.directory("aot").resolve("app.aot");
        Fork.java(jdk).agent().options("-XX:AOTCacheOutput=" + cache, "-Dhotpixtest.await=redirect")
                .run(Decodes.class, Fixture.photo()).succeeded();
        assertTrue(Files.exists(cache));
        // "on": the JVM ends with an error rather than run without the cache.
        assertTrue(isArchived(Fork.java(jdk).agent()
                .options("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Dhotpixtest.await=redirect")));
    }

    /** Runs the application, undisturbed, and tells whether its main class came from the archive. */
    private static boolean isArchived(Fork fork) throws Exception {
        Path log = Fixture.directory("log").resolve("classes.log");
        Outcome outcome = fork.options("-Xlog:class+load:file=" + log).run(Decodes.class, Fixture.photo()).succeeded();
        assertEquals(2, outcome.others().size(), outcome::toString);
        outcome.values("redirected").forEach(redirected -> assertEquals("true", redirected, outcome::toString));
        return Files.readAllLines(log).stream()
                .anyMatch(line -> line.contains(Decodes.class.getName() + " source: shared objects file"));
    }
}
