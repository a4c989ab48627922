package dev.hotpix.doctor;

import java.util.Locale;

/** What one check has found. */
final class Finding {

    /** How it stands. */
    enum State {
        /** As fast as it can be. */
        OK,
        /** Worth knowing. */
        NOTE,
        /** Not in use, which harms nobody; there is a cure, or none is needed. */
        OFF,
        /** Nothing works, or results are wrong. */
        FAILED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String NO_CURE = "none known; the JVM's own code does the work";

    private final String check;
    private final State state;
    private final String detail;
    private final String cure;

    private Finding(String check, State state, String detail, String cure) {
        this.check = check;
        this.state = state;
        this.detail = detail;
        this.cure = cure;
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, State.OK, detail, null);
    }

    static Finding note(String check, String detail) {
        return new Finding(check, State.NOTE, detail, null);
    }

    static Finding off(String check, String detail, String cure) {
        return new Finding(check, State.OFF, detail, cure);
    }

    static Finding failed(String check, String detail, String cure) {
        return new Finding(check, State.FAILED, detail, cure);
    }

    /** Off, for a reason as the agent gives it: {@code why; cure}. */
    static Finding off(String check, String reason) {
        int semicolon = reason.indexOf("; ");
        return semicolon >= 0 ? off(check, reason.substring(0, semicolon), reason.substring(semicolon + 2))
                : off(check, reason, cureOf(reason));
    }

    private static String cureOf(String reason) {
        String byProperty = "switched off by ";
        if (reason.startsWith(byProperty)) {
            return "remove the setting of " + reason.substring(byProperty.length());
        }
        return reason.startsWith("unknown JDK") ? "use another JVM, or a Hotpix that knows this one" : NO_CURE;
    }

    /** The name of the check, which never changes. */
    String check() {
        return check;
    }

    State state() {
        return state;
    }

    String detail() {
        return detail;
    }

    /** Null if there is nothing to cure. */
    String cure() {
        return cure;
    }
}
