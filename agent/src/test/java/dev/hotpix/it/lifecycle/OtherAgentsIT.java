package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.Jdks;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.Retransforms;
import dev.hotpix.it.lifecycle.app.Thumbnails;
import dev.hotpix.it.micrometer.AppBuild;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More than one agent on a command line. */
class OtherAgentsIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";

    @ParameterizedTest
    @MethodSource(JDKS)
    void anEarlierAgentMayHaveLoadedOurTargets(Jdk jdk) throws Exception {
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(jdk).companion("preload").agent(mode)
                .options("-Dhotpixtest.await=redirect").main(Decodes.class, Fixture.photo()))) {
            outcome.succeeded().oneLine("jpeg-decode=libjpeg-turbo");
            assertEquals("true", outcome.value("redirected"), outcome::toString);
        }
    }

    /** Before us and after us, and one of them measures the coverage of the very classes that we weave. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void withOpenTelemetryAndJacoco(Jdk jdk) throws Exception {
        List<Path> agents = AppBuild.jars("agents");
        String telemetry = "-javaagent:" + AppBuild.only(agents, "opentelemetry-javaagent").get(0);
        String jacoco = "-javaagent:" + AppBuild.only(agents, "org.jacoco.agent").get(0) + "=destfile=";
        Path coverage = Fixture.directory("coverage");
        String ofApplication = jacoco + coverage.resolve("application");
        String ofJdk = jacoco + coverage.resolve("jdk")
                + ",inclbootstrapclasses=true,includes=javax.imageio.*:com.sun.imageio.*:sun.java2d.*:sun.awt.image.*";
        String[] quiet = {"-Dotel.javaagent.logging=none", "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none", "-XX:TieredStopAtLevel=1",
            "-Dhotpixtest.await=redirect"};
        // Both orders, one on a JDK; both on the only one.
        boolean last = Jdks.all().indexOf(jdk) % 2 == 0;
        List<Fork> forks = new ArrayList<>(List.of(Fork.java(jdk).main(Thumbnails.class, Fixture.photo())));
        if (last || Jdks.all().size() == 1) {
            forks.add(Fork.java(jdk).options(telemetry, ofApplication).agent().options(quiet)
                    .main(Thumbnails.class, Fixture.photo()));
        }
        if (!last || Jdks.all().size() == 1) {
            forks.add(Fork.java(jdk).agent("start=sync").options(ofJdk, telemetry).options(quiet)
                    .main(Thumbnails.class, Fixture.photo()));
        }
        List<Outcome> outcomes = Fork.atOnce(forks);
        Outcome plain = outcomes.get(0).succeeded();
        for (Outcome outcome : outcomes.subList(1, outcomes.size())) {
            assertEquals("true", outcome.succeeded().value("redirected"), outcome::toString);
            assertEquals(plain.values("made"), outcome.values("made"), outcome::toString);
            outcome.oneLine("jpeg-decode=libjpeg-turbo");
            assertTrue(outcome.others().contains("the application's own words"), outcome::toString);
        }
        if (last) {
            assertTrue(Files.size(coverage.resolve("application")) > 0);
        } else {
            String covered = Files.readString(coverage.resolve("jdk"), StandardCharsets.ISO_8859_1);
            assertTrue(covered.contains("javax/imageio/ImageIO"));
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void aLaterRetransformationKeepsOurs(Jdk jdk) throws Exception {
        Outcome outcome = Fork.java(jdk).agent().companion("retransform")
                .run(Retransforms.class, Fixture.photo()).succeeded().noOtherErrors();
        assertEquals("true", outcome.value("redirected"), outcome::toString);
        assertEquals("1", outcome.value("redirected after"), outcome::toString);
    }

    /** The first of two stays, and its settings. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void twiceOnTheCommandLine(Jdk jdk) throws Exception {
        Outcome outcome = Fork.java(jdk).agent().agent("enabled=false").options("-Dhotpixtest.await=redirect")
                .run(Decodes.class, Fixture.photo()).succeeded();
        assertEquals("true", outcome.value("redirected"), outcome::toString);
        assertEquals(2, outcome.ours().size(), outcome::toString);
        assertEquals(1, outcome.ours().stream().filter(line -> line.contains("more than once")).count(),
                outcome::toString);
    }

    /**
     * A JVM older than ours, as far as premain can see. Not by {@code -D}: the JDK overwrites this property at
     * start, but another agent can set it afterwards.
     */
    @ParameterizedTest
    @MethodSource(JDKS)
    void aJvmThatIsTooOldIsLeftAlone(Jdk jdk) throws Exception {
        Outcome plain = Fork.java(jdk).run(Decodes.class, Fixture.photo()).succeeded();
        Fork.java(jdk).companion("java8").agent("start=sync").run(Decodes.class, Fixture.photo())
                .sameAs(plain).oneLine("needs Java 11", "this is Java 8", "without it");
    }
}
