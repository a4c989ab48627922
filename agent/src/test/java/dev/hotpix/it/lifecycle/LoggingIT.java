package dev.hotpix.it.lifecycle;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.StartsLogging;
import dev.hotpix.it.lifecycle.child.OwnLogManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application's logging is the application's to start. */
class LoggingIT {

    /** The MBeans, with which the JDK would start logging, are there once the application has started it. */
    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void aLogManagerThatOnlyTheApplicationFinds(Jdk jdk) throws Exception {
        String named = "-Djava.util.logging.manager=" + OwnLogManager.class.getName();
        Outcome plain = Fork.java(jdk).options(named)
                .run(StartsLogging.class, Fixture.photo(), Fixture.childJar()).succeeded().noOtherErrors();
        // A while in which an agent that does not wait would be first.
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(jdk).agent(mode)
                .options(named, "-Dhotpixtest.await=ready", "-Dhotpixtest.pause=3000")
                .main(StartsLogging.class, Fixture.photo(), Fixture.childJar()))) {
            outcome.sameAs(plain).oneLine("ready in");
        }
    }
}
