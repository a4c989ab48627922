package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Crowd;
import dev.hotpix.it.lifecycle.app.Inspected;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications that start in a crowd, on a busy machine, and those that are looked into. */
class StartsIT {

    /** Half of them on each of two JDKs; set {@code hotpix.test.starts} for more. */
    private static final int STARTS = Integer.getInteger("hotpix.test.starts", 8);

    private static final int WAVE = Math.min(8, STARTS / 2);

    private static final String JDKS = "dev.hotpix.it.Jdks#all";

    /** No VerifyError, ClassCircularityError or deadlock. Some of the JVMs verify the JDK's classes too. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void manyAtOnce(Jdk jdk) throws Exception {
        Outcome plain = Fork.java(jdk).run(Crowd.class, Fixture.photo()).succeeded();
        assertEquals(9, plain.out().size(), plain::toString);
        int started = 0;
        while (started < STARTS / 2) {
            List<Fork> wave = new ArrayList<>();
            for (int i = 0; i < WAVE; i++) {
                Fork fork = Fork.java(jdk).agent(i % 2 == 0 ? "start=async" : "start=sync");
                if (i < WAVE - 2) {
                    // Two of them pay for the optimising compiler too.
                    fork.options("-XX:TieredStopAtLevel=1");
                }
                if (i % 4 > 1) {
                    fork.options("-XX:+UnlockDiagnosticVMOptions", "-XX:+BytecodeVerificationLocal");
                }
                wave.add(fork.main(Crowd.class, Fixture.photo()));
            }
            for (Outcome outcome : Fork.atOnce(wave)) {
                outcome.sameAs(plain);
                assertEquals(List.of(), outcome.others(), outcome::toString);
            }
            started += WAVE;
        }
        System.err.println(jdk + ": " + started + " starts");
    }

    /** Thread dumps, heap histograms: each stops all threads and looks at their frames, ours among them. */
    @ParameterizedTest
    @MethodSource(JDKS)
    void lookedIntoWhileDecoding(Jdk jdk) throws Exception {
        List<Outcome> outcomes = Fork.atOnce(List.of(
                // A histogram that finds a decoder in its critical section, ours or stock's, says so on stdout.
                Fork.java(jdk).options("-Xlog:gc=off").main(Inspected.class, Fixture.photo()),
                Fork.java(jdk).agent().options("-Xlog:gc=off", "-Dhotpixtest.await=redirect")
                        .main(Inspected.class, Fixture.photo())));
        Outcome plain = outcomes.get(0).succeeded();
        for (String tool : new String[] {"Thread.print", "class_histogram", "jstack"}) {
            assertEquals("true", plain.value(tool), plain::toString);
        }
        outcomes.get(1).sameAs(plain).oneLine("jpeg-decode=libjpeg-turbo");
    }
}
