package dev.hotpix.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        assertEquals(0, run("race", "--help"));
        assertTrue(out.toString().contains("Usage:"));
        assertEquals("", err.toString());
    }

    @Test
    void wrongUseGoesToStderrWithUsage() {
        assertEquals(2, run());
        assertEquals(2, run("swim"));
        assertEquals(2, run("race", "--faster"));
        assertTrue(err.toString().contains("Unknown command: swim"));
        assertTrue(err.toString().contains("Unknown option: --faster"));
        assertTrue(err.toString().contains("Usage:"));
        assertEquals("", out.toString());
    }

    private int run(String... args) {
        return Main.run(List.of(args), new PrintStream(out, true), new PrintStream(err, true));
    }
}
