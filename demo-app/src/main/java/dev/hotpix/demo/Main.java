package dev.hotpix.demo;

import dev.hotpix.demo.race.RaceCommand;
import java.io.PrintStream;
import java.util.List;

/** Entry point of the demo: {@code java -jar hotpix-demo-app.jar [web|race] …}. */
public final class Main {

    static final String USAGE = String.join(System.lineSeparator(),
            "Usage: java -jar hotpix-demo-app.jar [web [--port N] [--host ADDRESS]]",
            "       java -jar hotpix-demo-app.jar race …    (race --help tells more)",
            "",
            "web, which is also what runs without a command, is a photo gallery in the browser: upload, look, and",
            "race. It needs Java 17. race compares two JVMs, without and with the agent, on the command line.",
            "",
            "  --port N        default 8080; 0 takes any that is free",
            "  --host ADDRESS  the address to listen on (default 127.0.0.1: this machine only)");

    private static final int EXIT_OK = 0;
    private static final int EXIT_USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        List<String> words = List.of(args);
        if (WebLaunch.isMeant(words)) {
            // No exit: the server's threads keep the JVM alive.
            if (!WebLaunch.start(words, System.err)) {
                System.exit(EXIT_USAGE);
            }
            return;
        }
        System.exit(run(words, System.out, System.err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        String command = args.get(0);
        if (command.equals("--help") || command.equals("-h") || args.equals(List.of("web", "--help"))) {
            out.println(USAGE);
            return EXIT_OK;
        }
        if (!command.equals("race")) {
            err.println("Unknown command: " + command);
            err.println(USAGE);
            return EXIT_USAGE;
        }
        return new RaceCommand(out, err).run(args.subList(1, args.size()));
    }
}
