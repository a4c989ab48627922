package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aLinePerStageWithoutTerminal() {
        show(false);
        assertEquals(String.format("round 1%nround 2%n"), out.toString());
    }

    @Test
    void oneChangingLineOnTerminal() {
        show(true);
        assertTrue(out.toString().startsWith("\rround 1 "));
        assertTrue(out.toString().endsWith("\r"));
        assertFalse(out.toString().contains("\n"));
    }

    private void show(boolean terminal) {
        Progress progress = new Progress(new PrintStream(out, true), terminal);
        progress.stage("round 1");
        progress.step("round 1: " + "a very long file name ".repeat(9));
        progress.stage("round 2");
        progress.done();
    }
}
