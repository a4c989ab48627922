package dev.hotpix.demo;

import dev.hotpix.demo.race.RaceCommand;
import java.io.PrintStream;
import java.util.List;

/** Entry point of the demo: {@code java -jar hotpix-demo-app.jar race …}. */
public final class Main {

    private static final int EXIT_OK = 0;
    private static final int EXIT_USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty()) {
            err.println(RaceCommand.USAGE);
            return EXIT_USAGE;
        }
        String command = args.get(0);
        if (command.equals("--help") || command.equals("-h")) {
            out.println(RaceCommand.USAGE);
            return EXIT_OK;
        }
        if (!command.equals("race")) {
            err.println("Unknown command: " + command);
            err.println(RaceCommand.USAGE);
            return EXIT_USAGE;
        }
        return new RaceCommand(out, err).run(args.subList(1, args.size()));
    }
}
