package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.Jdks;
import dev.hotpix.it.lifecycle.app.Decodes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A JVM that is too old for the agent. */
class TooOldJavaIT {

    @Test
    void java8IsToldAndRunsOn() throws Exception {
        Optional<Jdk> jdk = Jdks.find(8);
        assumeTrue(jdk.isPresent(), "no JDK 8 here; .ci/jdks sets it up");
        Outcome plain = Fork.java(jdk.get(), Decodes.class).run(Decodes.class, Fixture.photo(), 7);
        Fork.java(jdk.get(), Decodes.class).agent().run(Decodes.class, Fixture.photo(), 7)
                .sameAs(plain).oneLine("needs Java 11 or later and this is Java 8");
    }
}
