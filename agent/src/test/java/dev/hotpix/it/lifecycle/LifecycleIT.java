package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Awkward;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.Interrupted;
import dev.hotpix.it.lifecycle.app.LiveSwitch;
import dev.hotpix.it.lifecycle.app.Undeploys;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From start to end of an application under the agent: it must see no difference, in either start mode. */
class LifecycleIT {

    private static final String JDKS = "dev.hotpix.it.Jdks#all";

    @ParameterizedTest
    @MethodSource(JDKS)
    void outputAndExitCodeAreTheApplicationsOwn(Jdk jdk) throws Exception {
        Outcome plain = Fork.java(jdk).run(Decodes.class, Fixture.photo(), 7);
        assertEquals(7, plain.exit(), plain::toString);
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(jdk).agent(mode).options("-Dhotpixtest.await=ready")
                .main(Decodes.class, Fixture.photo(), 7))) {
            outcome.sameAs(plain).oneLine("jpeg-decode=libjpeg-turbo ", "ready in");
            assertFalse(String.join("\n", outcome.err()).contains("WARNING"), outcome::toString);
        }
    }

    /**
     * AWT first started by a read, headless set in {@code main}, a read in a class initialiser, without context
     * class loader, on an interrupted thread.
     */
    @ParameterizedTest
    @MethodSource(JDKS)
    void awkwardApplicationsGoOnAsBefore(Jdk jdk) throws Exception {
        Outcome plain = Fork.java(jdk).environment("DISPLAY", ":987")
                .run(Awkward.class, Fixture.photo()).succeeded();
        assertEquals("true", plain.value("headless"), plain::toString);
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(jdk).environment("DISPLAY", ":987").agent(mode)
                .options("-Dhotpixtest.await=true").main(Awkward.class, Fixture.photo()))) {
            outcome.sameAs(plain).oneLine("ready in");
        }
    }

    /** The JVM ends while the agent is getting ready. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void anEarlyEndIsClean(Jdk jdk) throws Exception {
        for (Object[] end : new Object[][] {{Fixture.photo(), 5}, {Fixture.photo(), 6, "halt"}}) {
            Outcome plain = Fork.java(jdk).run(Interrupted.class, end);
            assertEquals(end[1], plain.exit(), plain::toString);
            for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(jdk).agent(mode).main(Interrupted.class, end))) {
                outcome.sameAs(plain);
                assertTrue(outcome.ours().size() <= 1, outcome::toString);
                assertTrue(outcome.ours().stream().allMatch(line -> line.contains("ready in")), outcome::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void droppedClassLoadersAreCollected(Jdk jdk) throws Exception {
        for (Outcome outcome : Fork.inBothModes(mode ->
                Fork.java(jdk).agent(mode).main(Undeploys.class, Fixture.photo(), Fixture.childJar()))) {
            assertEquals("true", outcome.succeeded().value("redirected"), outcome::toString);
            assertEquals("true", outcome.value("collected"), outcome::toString);
        }
    }

    @ParameterizedTest
    @MethodSource(JDKS)
    void switchesWorkLive(Jdk jdk) throws Exception {
        Outcome outcome = Fork.java(jdk).agent().run(LiveSwitch.class, Fixture.photo()).succeeded().noOtherErrors();
        assertEquals("true", outcome.value("redirected"), outcome::toString);
        // Both switches alike: on, off, off, on.
        List<String> once = List.of("true 1", "false 0", "false 0", "true 1");
        assertEquals(once, outcome.values("switched").subList(0, 4), outcome::toString);
        assertEquals(once, outcome.values("switched").subList(4, 8), outcome::toString);
        assertEquals(1, outcome.values("picture").stream().distinct().count(), outcome::toString);
        String version = outcome.value("Version");
        assertTrue(version.matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), outcome::toString);
        assertTrue(outcome.ours().get(0).startsWith(version + ": "), outcome::toString);
        assertTrue(outcome.value("Status").startsWith(version + ": jpeg-decode=libjpeg-turbo "), outcome::toString);
        assertEquals("true", outcome.value("Enabled"), outcome::toString);
        assertEquals("2", outcome.value("fallbacks"), outcome::toString);
        assertEquals("switched-off", outcome.value("last"), outcome::toString);
        assertEquals("true", outcome.value("JpegDecodeRedirectEnabled"), outcome::toString);
        assertEquals("stock (switched off)", outcome.values("engine").get(0), outcome::toString);
        assertTrue(outcome.values("engine").get(1).startsWith("libjpeg-turbo "), outcome::toString);
    }
}
