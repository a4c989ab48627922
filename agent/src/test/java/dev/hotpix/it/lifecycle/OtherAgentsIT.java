package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.Retransforms;
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
