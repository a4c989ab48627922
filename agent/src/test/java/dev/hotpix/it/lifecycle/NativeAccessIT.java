package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.Jdks;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.LoadsLibrary;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JDKs that restrict native access: the operator's word counts, the application's own warnings stay. */
class NativeAccessIT {

    private static final int FIRST_RESTRICTED = 24;

    static List<Jdk> restricted() throws IOException {
        return Jdks.all().stream().filter(jdk -> jdk.feature() >= FIRST_RESTRICTED).collect(Collectors.toList());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("restricted")
    void whereItIsDeniedStockDecodes(Jdk jdk) throws Exception {
        Outcome plain = Fork.java(jdk).run(Decodes.class, Fixture.photo()).succeeded();
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(jdk).agent(mode)
                .options("--illegal-native-access=deny", "-Dhotpixtest.await=ready")
                .main(Decodes.class, Fixture.photo()))) {
            outcome.sameAs(plain).oneLine("jpeg-decode=stock", "native access is denied",
                    "--enable-native-access=ALL-UNNAMED");
        }
        // The command line is not the only place for it.
        Outcome byEnvironment = Fork.java(jdk).agent("start=sync")
                .environment("JDK_JAVA_OPTIONS", "--illegal-native-access=deny").run(Decodes.class, Fixture.photo());
        byEnvironment.succeeded().oneLine("native access is denied");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("restricted")
    void anExplicitGrantCures(Jdk jdk) throws Exception {
        Outcome outcome = Fork.java(jdk).agent()
                .options("--illegal-native-access=deny", "--enable-native-access=ALL-UNNAMED",
                        "-Dhotpixtest.await=redirect")
                .run(Decodes.class, Fixture.photo()).succeeded().oneLine("jpeg-decode=libjpeg-turbo");
        assertEquals("true", outcome.value("redirected"), outcome::toString);
    }

    /** A grant to all unnamed code would silence these four lines. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("restricted")
    void theApplicationIsStillWarnedOfItself(Jdk jdk) throws Exception {
        Outcome plain = Fork.java(jdk).run(LoadsLibrary.class, Fixture.photo()).succeeded();
        assertTrue(plain.err().stream().anyMatch(line -> line.contains("java.lang.System::load")), plain::toString);
        for (Outcome outcome : Fork.inBothModes(mode -> Fork.java(jdk).agent(mode).options("-Dhotpixtest.await=true")
                .main(LoadsLibrary.class, Fixture.photo()))) {
            outcome.sameAs(plain).oneLine("jpeg-decode=libjpeg-turbo");
        }
    }
}
