package dev.hotpix.doctor;

import java.util.List;
import java.util.Locale;

/** What all findings come to, and the exit code that says so. */
enum Verdict {

    /** Every fast path is in use. */
    ACTIVE(0, "every fast path is active"),
    /** Something is off and harms nobody. */
    PARTLY(1, "something is off; nothing is harmed"),
    /** Hotpix can do nothing here, could not be examined, or gave other results than the JVM. */
    UNUSABLE(2, "not usable here");

    private final int exitCode;
    private final String text;

    Verdict(int exitCode, String text) {
        this.exitCode = exitCode;
        this.text = text;
    }

    static Verdict of(List<Finding> findings) {
        Verdict verdict = ACTIVE;
        for (Finding finding : findings) {
            if (finding.state() == Finding.State.FAILED) {
                return UNUSABLE;
            }
            if (finding.state() == Finding.State.OFF) {
                verdict = PARTLY;
            }
        }
        return verdict;
    }

    int exitCode() {
        return exitCode;
    }

    String text() {
        return text;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
