package dev.hotpix.demo.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The worker's line protocol: {@code ready} once, then one answer line per command line.
 *
 * <pre>
 * load PATH              ok INDEX
 * decode INDEX REPEAT    ok WALL_NANOS CPU_NANOS     (CPU of the decoding thread, -1 if the JVM cannot tell)
 *                        failed EXCEPTION
 * digest INDEX           image SHA256 WIDTHxHEIGHT type=N | none | exception CLASS: MESSAGE
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
                case "decode":
                    return decode(argument.split(" "));
                case "digest":
                    return digest(Integer.parseInt(argument));
                case "mbean":
                    return mbean(argument);
                default:
                    return "error unknown command: " + command;
            }
        } catch (IOException | RuntimeException e) {
            return "error " + e;
        }
    }

    private String decode(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            return "error decode needs an index and a count";
        }
        int index = Integer.parseInt(arguments[0]);
        int repeat = Integer.parseInt(arguments[1]);
        byte[] file = workload.bytes(index);
        try {
            return "ok " + workload.time(file, repeat);
        } catch (Throwable e) { // a decoder's error, whatever its kind, is a result to compare
            return "failed " + ImageDigest.ofException(e);
        }
    }

    private String digest(int index) throws IOException {
        byte[] file = workload.bytes(index);
        try {
            return ImageDigest.of(workload.decode(file));
        } catch (Throwable e) { // as above
            return "exception " + ImageDigest.ofException(e);
        }
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
