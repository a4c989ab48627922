package dev.hotpix.demo.race;

import java.io.Console;
import java.io.PrintStream;

/** Tells that work goes on: one line that changes on a terminal, a line per stage elsewhere. */
final class Progress {

    private static final int COLUMNS = 78;

    private final PrintStream out;
    private final boolean terminal;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there is always a console, which has to be asked.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    void stage(String text) {
        if (terminal) {
            step(text);
        } else {
            out.println(text);
        }
    }

    void step(String text) {
        if (terminal) {
            String shown = text.length() > COLUMNS ? text.substring(0, COLUMNS) : text;
            out.print("\r" + shown + " ".repeat(COLUMNS - shown.length()));
            out.flush();
        }
    }

    void done() {
        if (terminal) {
            out.print("\r" + " ".repeat(COLUMNS) + "\r");
            out.flush();
        }
    }
}
