package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.Jdks;
import dev.hotpix.it.lifecycle.app.Guarded;
import dev.hotpix.it.lifecycle.app.Thumbnails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same application under options of the JVM that change how it runs: with the agent as without. */
class JvmOptionsIT {

    private static final int LAST_WITH_SECURITY_MANAGER = 23;

    /** The compilers' options in turn. */
    static List<Arguments> jdksAndOptions() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Jdk jdk : Jdks.all()) {
            String compiler = all.size() % 4 == 0 ? "-Xint" : "-XX:TieredStopAtLevel=1";
            for (String options : new String[] {"-XX:+UseZGC", compiler}) {
                all.add(Arguments.of(jdk, options));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("jdksAndOptions")
    void theApplicationRunsAsBefore(Jdk jdk, String options) throws Exception {
        List<Outcome> outcomes = Fork.atOnce(List.of(
                Fork.java(jdk).options(options).main(Thumbnails.class, Fixture.photo()),
                Fork.java(jdk).agent().options(options, "-Dhotpixtest.await=redirect")
                        .main(Thumbnails.class, Fixture.photo())));
        Outcome plain = outcomes.get(0).succeeded();
        // Without the optimising compiler the Vector API is slow: not even tried.
        Outcome agent = outcomes.get(1).succeeded().oneLine("jpeg-decode=libjpeg-turbo", "ready in",
                options.contains("ZGC") ? "resize=" : "resize=scalar (this JVM does not compile the Vector API");
        assertEquals("true", agent.value("redirected"), agent::toString);
        assertEquals(plain.values("made"), agent.values("made"), agent::toString);
        assertEquals(plain.err(), agent.others(), agent::toString);
    }

    /** The policy is the application's: it says nothing of the agent, whose threads start under it. */
    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void underASecurityManager(Jdk jdk) throws Exception {
        assumeTrue(jdk.feature() <= LAST_WITH_SECURITY_MANAGER, "no security manager in " + jdk);
        Path policy = Fixture.directory("policy").resolve("app.policy");
        Files.writeString(policy, "grant codeBase \"" + Fixture.appJar().toUri() + "\" {\n"
                + "  permission java.io.FilePermission \"<<ALL FILES>>\", \"read,write,delete\";\n"
                + "  permission java.util.PropertyPermission \"*\", \"read\";\n"
                + "};\n");
        String[] options = {"-Djava.security.manager=allow", "-Djava.security.policy=" + policy};
        Outcome plain = Fork.java(jdk).options(options).run(Guarded.class, Fixture.photo()).succeeded();
        assertEquals("true", plain.value("guarded"), plain::toString);
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(jdk).agent(mode).options(options)
                .options("-Dhotpixtest.pause=50").main(Guarded.class, Fixture.photo()))) {
            outcome.sameAs(plain);
        }
    }
}
