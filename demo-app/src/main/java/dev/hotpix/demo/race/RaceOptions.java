package dev.hotpix.demo.race;

import dev.hotpix.demo.workload.Job;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the user asked for. */
final class RaceOptions {

    static final int DEFAULT_ROUNDS = 5;

    private Path folder;
    private Job job = Job.DECODE;
    private int rounds = DEFAULT_ROUNDS;
    private Path java = javaOf(Path.of(System.getProperty("java.home")));
    private String agent;
    private boolean help;

    private RaceOptions() {}

    static RaceOptions parse(List<String> args) throws UsageException {
        RaceOptions options = new RaceOptions();
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            String arg = rest.next();
            switch (arg) {
                case "--help":
                case "-h":
                    options.help = true;
                    break;
                case "--job":
                    options.job = job(value(arg, rest));
                    break;
                case "--rounds":
                    options.rounds = rounds(value(arg, rest));
                    break;
                case "--java":
                    options.java = javaOf(path(value(arg, rest)));
                    break;
                case "--agent":
                    options.agent = path(value(arg, rest)).toString();
                    break;
                default:
                    options.takeFolder(arg);
            }
        }
        return options;
    }

    /** Absent: the race makes its own photos. */
    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    Job job() {
        return job;
    }

    int rounds() {
        return rounds;
    }

    Path java() {
        return java;
    }

    /** Absent: look in the usual places. */
    Optional<String> agent() {
        return Optional.ofNullable(agent);
    }

    boolean help() {
        return help;
    }

    private void takeFolder(String arg) throws UsageException {
        if (arg.startsWith("-")) {
            throw new UsageException("Unknown option: " + arg);
        }
        if (folder != null) {
            throw new UsageException("One folder only, not also: " + arg);
        }
        folder = path(arg);
    }

    private static String value(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value.");
        }
        return rest.next();
    }

    private static Job job(String text) throws UsageException {
        for (Job job : Job.values()) {
            if (job.toString().equals(text)) {
                return job;
            }
        }
        throw new UsageException("--job needs decode, thumbnail or encode, not: " + text);
    }

    private static int rounds(String text) throws UsageException {
        try {
            int rounds = Integer.parseInt(text);
            if (rounds > 0) {
                return rounds;
            }
        } catch (NumberFormatException e) {
            // Answered below, as for numbers too small.
        }
        throw new UsageException("--rounds needs a whole number from 1, not: " + text);
    }

    private static Path path(String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("Not a path: " + text);
        }
    }

    /** People have JAVA_HOME at hand as often as the command in it. */
    private static Path javaOf(Path commandOrHome) {
        if (!Files.isDirectory(commandOrHome)) {
            return commandOrHome;
        }
        Path windows = commandOrHome.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : commandOrHome.resolve("bin").resolve("java");
    }
}
