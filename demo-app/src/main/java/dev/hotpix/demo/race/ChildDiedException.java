package dev.hotpix.demo.race;

import java.util.List;

/** A contestant ended before the race did, or stopped making sense. */
final class ChildDiedException extends Exception {

    private static final long serialVersionUID = 1L;

    ChildDiedException(String label, String what, List<String> lastErrorLines) {
        super("The " + label + " JVM " + what
                + (lastErrorLines.isEmpty()
                        ? ", without a word on stderr."
                        : ". Its last words:\n  " + String.join("\n  ", lastErrorLines)));
    }
}
