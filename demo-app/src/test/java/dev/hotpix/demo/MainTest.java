package dev.hotpix.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpGoesToStdout() {
        assertEquals(0, run("--help"));
        assertEquals(0, run("web", "--help"));
        assertEquals(0, run("race", "--help"));
        assertTrue(out.toString().contains("Usage:"));
        assertEquals("", err.toString());
    }

    @Test
    void wrongUseGoesToStderrWithUsage() {
        assertEquals(2, run("swim"));
        assertEquals(2, run("race", "--faster"));
        assertTrue(err.toString().contains("Unknown command: swim"));
        assertTrue(err.toString().contains("Unknown option: --faster"));
        assertTrue(err.toString().contains("Usage:"));
        assertEquals("", out.toString());
    }

    @Test
    void webIsWhatRunsWithoutACommand() {
        assertTrue(WebLaunch.isMeant(List.of()));
        assertTrue(WebLaunch.isMeant(List.of("web", "--port", "1")));
        assertFalse(WebLaunch.isMeant(List.of("web", "--help")));
        assertFalse(WebLaunch.isMeant(List.of("race")));
        assertFalse(WebLaunch.isMeant(List.of("--help")));
    }

    @Test
    void webTellsMistakesBeforeItStarts() {
        assertNull(WebLaunch.mistake(List.of("--port", "9090", "--host", "0.0.0.0"), 17));
        assertTrue(WebLaunch.mistake(List.of(), 11).contains("needs Java 17"));
        assertTrue(WebLaunch.mistake(List.of("--prot", "1"), 17).contains("Unknown option: --prot"));
        assertTrue(WebLaunch.mistake(List.of("--port"), 17).contains("needs a value"));
        assertTrue(WebLaunch.mistake(List.of("--port", "http"), 17).contains("needs a number"));
    }

    private int run(String... args) {
        return Main.run(List.of(args), new PrintStream(out, true), new PrintStream(err, true));
    }
}
