package dev.hotpix.demo.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The worker's line protocol: {@code ready} once, then one answer line per command line.
 *
 * <pre>
 * load PATH              ok INDEX
 * run INDEX REPEAT       ok WALL_NANOS CPU_NANOS     (CPU of the working thread, -1 if the JVM cannot tell)
 *                        failed EXCEPTION
 * digest INDEX           image SHA256 WIDTHxHEIGHT type=N | file SHA256 N bytes | none | exception CLASS: MESSAGE
 * mbean NAME ATTRIBUTE   the attribute's value, - when there is none
 * quit                   (no answer, the worker ends; so it does at the end of its input)
 * anything else          error MESSAGE
 * </pre>
 */
public final class CommandLoop {

    private final Workload workload;

    public CommandLoop(Workload workload) {
        this.workload = workload;
    }

    public void run(BufferedReader commands, PrintStream answers) throws IOException {
        answers.println("ready");
        String line;
        while ((line = commands.readLine()) != null && !line.equals("quit")) {
            answers.println(oneLine(answer(line)));
        }
    }

    private String answer(String line) {
        int space = line.indexOf(' ');
        String command = space < 0 ? line : line.substring(0, space);
        String argument = space < 0 ? "" : line.substring(space + 1);
        try {
            switch (command) {
                case "load":
                    return "ok " + workload.load(Path.of(argument));
                case "run":
                    return run(argument.split(" "));
                case "digest":
                    return digest(argument);
                case "mbean":
                    return mbean(argument);
                default:
                    return "error unknown command: " + command;
            }
        } catch (IOException | RuntimeException e) {
            return "error " + e;
        }
    }

    private String run(String[] arguments) {
        if (arguments.length != 2) {
            return "error run needs an index and a count";
        }
        int index = index(arguments[0]);
        int repeat = Integer.parseInt(arguments[1]);
        try {
            return "ok " + workload.time(index, repeat);
        } catch (Throwable e) { // a decoder's error, whatever its kind, is a result to compare
            return "failed " + ImageDigest.ofException(e);
        }
    }

    private String digest(String argument) {
        int index = index(argument);
        try {
            return ImageDigest.ofResult(workload.run(index));
        } catch (Throwable e) { // as above
            return "exception " + ImageDigest.ofException(e);
        }
    }

    private int index(String argument) {
        return Objects.checkIndex(Integer.parseInt(argument), workload.size());
    }

    private static String mbean(String argument) {
        int space = argument.lastIndexOf(' ');
        return space < 0
                ? "error mbean needs a name and an attribute"
                : PlatformMBeans.read(argument.substring(0, space), argument.substring(space + 1));
    }

    private static String oneLine(String answer) {
        return answer.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    }
}
