package dev.hotpix.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorOptionsTest {

    private static DoctorOptions parse(String line) {
        return DoctorOptions.parse(line.split(" "));
    }

    @Test
    void whatIsAskedFor() {
        assertEquals(List.of("--self-test", "1.0"), parse("doctor").arguments());
        DoctorOptions options = parse("doctor --self-test 0.5 --json 123");
        assertTrue(options.json());
        assertEquals(123, options.process());
        assertEquals(List.of("--json", "--self-test", "0.5"), options.arguments());
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor --self-test", "doctor --self-test x", "doctor --self-test 601", "doctor -1",
        "doctor 1 2", "doctor 0", "doctor --jsn"})
    void whatIsNotUnderstood(String line) {
        assertThrows(IllegalArgumentException.class, () -> parse(line));
    }

    /** A reason of the agent's is split where the cure begins; one without a cure gets one. */
    @Test
    void reasonsAndCures() {
        Finding both = Finding.off("x", "no room; make room");
        assertEquals("no room", both.detail());
        assertEquals("make room", both.cure());
        assertTrue(Finding.off("x", "switched off by hotpix.vector").cure().endsWith("hotpix.vector"));
        assertTrue(Finding.off("x", "just so").cure().startsWith("none known"));
    }
}
