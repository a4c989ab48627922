package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that touches no image looks around. */
class IsolationIT {

    /** Against the same JVM with an agent that does nothing: what that changes is the JVM's doing. */
    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void untilAnImageIsTouchedThereIsNothing(Jdk jdk) throws Exception {
        Outcome empty = Fork.java(jdk).companion("empty").run(Surroundings.class).succeeded();
        nothingOfOurs(empty);
        Fork.java(jdk).agent().run(Surroundings.class).silent().sameAs(empty);
    }

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void readyBeforeMainThereAreDaemonsAndTheBridge(Jdk jdk) throws Exception {
        Outcome empty = Fork.java(jdk).companion("empty").run(Surroundings.class).succeeded();
        Outcome sync = Fork.java(jdk).agent("start=sync").run(Surroundings.class).succeeded()
                .oneLine("ready in").noOtherErrors();
        for (String kind : new String[] {"property", "module", "resource", "open", "context loader"}) {
            assertEquals(empty.values(kind), sync.values(kind), sync::toString);
        }
        assertEquals(List.of("class java.lang.HotpixJpeg"), sync.values("class"), sync::toString);
        List<String> threads = new ArrayList<>(sync.values("thread"));
        threads.removeAll(empty.values("thread"));
        // The JDK's own cleaner starts with the first class of a library that uses it.
        threads.remove("Common-Cleaner daemon");
        assertTrue(threads.stream().allMatch(name -> name.matches("hotpix-.* daemon")), sync::toString);
    }

    private static void nothingOfOurs(Outcome outcome) {
        assertEquals(List.of(), outcome.values("class"), outcome::toString);
        assertEquals(List.of(), outcome.values("resource"), outcome::toString);
    }
}
