package dev.hotpix.doctor;

import java.util.ArrayList;
import java.util.List;

/** What the doctor was asked for. */
final class DoctorOptions {

    private static final String JSON = "--json";
    private static final String SELF_TEST = "--self-test";
    private static final double DEFAULT_SECONDS = 1;
    private static final double MOST_SECONDS = 600;

    private boolean json;
    private double seconds = DEFAULT_SECONDS;
    private long process;

    private DoctorOptions() {
    }

    /**
     * Reads the arguments after the first, which is the command.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static DoctorOptions parse(String[] arguments) {
        DoctorOptions options = new DoctorOptions();
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals(JSON)) {
                options.json = true;
            } else if (argument.equals(SELF_TEST) && i + 1 < arguments.length) {
                options.seconds = seconds(arguments[++i]);
            } else if (argument.matches("[1-9][0-9]{0,17}") && options.process == 0) {
                options.process = Long.parseLong(argument);
            } else {
                throw new IllegalArgumentException("not understood: " + argument);
            }
        }
        return options;
    }

    private static double seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= 0 && seconds <= MOST_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        throw new IllegalArgumentException(SELF_TEST + " takes 0 to 600 seconds, not " + text);
    }

    /** As arguments again. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (json) {
            arguments.add(JSON);
        }
        arguments.add(SELF_TEST);
        arguments.add(Double.toString(seconds));
        return arguments;
    }

    boolean json() {
        return json;
    }

    /** How long the self-test measures; 0: it only compares. */
    double seconds() {
        return seconds;
    }

    /** The process to ask, or 0 for a new one. */
    long process() {
        return process;
    }
}
