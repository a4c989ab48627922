package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Decodes;
import dev.hotpix.it.lifecycle.app.MapsMusl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Platforms for which there is no library, as far as this one can pretend to be them. */
@ParameterizedClass
@MethodSource("dev.hotpix.it.Jdks#all")
class PlatformIT {

    private final Jdk jdk;

    PlatformIT(Jdk jdk) {
        this.jdk = jdk;
    }

    @ParameterizedTest
    @CsvSource({"os.arch=riscv64, linux-riscv64", "os.name=FreeBSD, freebsd-x86_64"})
    void unknownOnesAreMeasuredOnly(String property, String platform) throws Exception {
        Outcome plain = Fork.java(jdk).run(Decodes.class, Fixture.photo()).succeeded();
        Fork.java(jdk).agent("start=sync").options("-D" + property).run(Decodes.class, Fixture.photo())
                .sameAs(plain).oneLine("jpeg-decode=stock", "no bundled codec for " + platform);
    }

    /** A process that has musl's loader in its memory; the library would not even fail cleanly there. */
    @Test
    void muslIsRecognised() throws Exception {
        Outcome outcome = Fork.java(jdk).agent().run(MapsMusl.class, Fixture.photo(), Fixture.directory("musl"))
                .succeeded().noOtherErrors().oneLine("jpeg-decode=stock", "musl", "glibc");
        assertEquals("true", outcome.value("mapped"), outcome::toString);
    }
}
