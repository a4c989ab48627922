package dev.hotpix.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.app.AuditApp;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit repeats reads with listeners, into own images, of later images, of own streams, and of Toolkit. */
class AuditIT {

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void everyWayThatCanBeRepeatedIs(Jdk jdk) {
        List<String> lines = ForkedJvm.of(jdk, AuditApp.class).agent("start=sync,verify=1").run().lines();
        assertEquals(List.of("{equal=8, skipped=1}"), lines);
    }
}
