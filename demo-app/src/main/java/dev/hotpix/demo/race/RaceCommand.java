package dev.hotpix.demo.race;

import dev.hotpix.demo.photo.PhotoSet;
import dev.hotpix.demo.workload.WorkloadMain;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code race}: the same work on the same files in two JVMs, one stock, one with the agent. */
public final class RaceCommand {

    public static final String USAGE = String.join(System.lineSeparator(),
            "Usage: java -jar hotpix-demo-app.jar race [folder] [--job JOB] [--rounds N] [--java PATH] [--agent JAR]",
            "",
            "Decodes every image of the folder and its subfolders in two JVMs, one stock, one with the Hotpix",
            "agent, and compares times and pixels. Without a folder it makes its own JPEG files.",
            "",
            "  --job JOB     decode (default); thumbnail: decode, scale to at most 256 pixels a side, encode;",
            "                encode: the image, decoded before, as a JPEG file. Of files all bytes are compared",
            "  --rounds N    timed rounds after the warm-up (default " + RaceOptions.DEFAULT_ROUNDS + ")",
            "  --java PATH   the java command, or JAVA_HOME, of both JVMs (default: the running one)",
            "  --agent JAR   the agent (default: agent/target/hotpix-agent.jar beside this module, then",
            "                ./hotpix-agent.jar); 'none' races stock against stock, which shows the noise",
            "  --help        this text",
            "",
            "Exit code: 0 all results and exceptions are identical, 1 some differ, 2 wrong use or unreadable",
            "files, 3 a JVM died.");

    private static final int EXIT_OK = 0;
    private static final int EXIT_DIFFERENT = 1;
    private static final int EXIT_USAGE = 2;
    private static final int EXIT_CHILD_DIED = 3;
    private static final String STOCK = "stock";

    private final PrintStream out;
    private final PrintStream err;

    public RaceCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public int run(List<String> args) {
        RaceOptions options;
        try {
            options = RaceOptions.parse(args);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return EXIT_USAGE;
        }
        if (options.help()) {
            out.println(USAGE);
            return EXIT_OK;
        }
        try {
            return race(options, args);
        } catch (UsageException e) {
            err.println(e.getMessage());
            return EXIT_USAGE;
        } catch (IOException | UncheckedIOException e) {
            err.println("Cannot read or write: " + e.getMessage());
            return EXIT_USAGE;
        } catch (ChildDiedException e) {
            err.println(e.getMessage());
            return EXIT_CHILD_DIED;
        }
    }

    private int race(RaceOptions options, List<String> args)
            throws UsageException, IOException, ChildDiedException {
        Path self = self();
        Optional<Path> agent = AgentJar.find(options.agent(), self);
        if (options.folder().isPresent()) {
            return race(options, args, self, agent, options.folder().get());
        }
        Path own = Files.createTempDirectory("hotpix-race");
        // A hook, for it also runs after Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(own)));
        out.println("Making photo-like JPEG files ...");
        PhotoSet.writeTo(own);
        return race(options, args, self, agent, own);
    }

    private int race(RaceOptions options, List<String> args, Path self, Optional<Path> agent, Path folder)
            throws UsageException, IOException, ChildDiedException {
        List<ImageFile> files = ImageFile.in(folder);
        String rivalLabel = agent.isPresent() ? "Hotpix" : "again";
        Engine engine = new Engine(options.job());
        List<String> stockCommand = workerCommand(options, self, Optional.empty());
        List<String> rivalCommand = workerCommand(options, self, agent);
        try (ChildJvm stock = ChildJvm.start(STOCK, stockCommand, err);
                ChildJvm rival = ChildJvm.start(rivalLabel, rivalCommand, err)) {
            Progress progress = new Progress(out, Progress.onTerminal());
            List<FileResult> results = new Race(stock, rival, engine, progress).run(files, options.rounds());
            RaceReport report = new RaceReport(options.job(), STOCK, rivalLabel, results);
            out.println();
            report.lines().forEach(out::println);
            out.println();
            out.println("JDK      " + Machine.jdk(stock));
            out.println("CPU      " + Machine.cpu());
            out.println("command  java -jar " + self.getFileName() + " race " + shown(args));
            out.println("         in it: " + shown(rivalCommand));
            return report.allIdentical() ? EXIT_OK : EXIT_DIFFERENT;
        }
    }

    private static List<String> workerCommand(RaceOptions options, Path self, Optional<Path> agent) {
        List<String> command = new ArrayList<>();
        command.add(options.java().toString());
        agent.ifPresent(jar -> command.add("-javaagent:" + jar + "=start=sync"));
        // Decoding needs no display; where there is one, no window or dock icon should appear.
        command.add("-Djava.awt.headless=true");
        command.add("-cp");
        command.add(self.toString());
        command.add(WorkloadMain.class.getName());
        command.add(options.job().name());
        return command;
    }

    private static String shown(List<String> words) {
        return words.stream()
                .map(word -> word.contains(" ") ? '"' + word + '"' : word)
                .collect(Collectors.joining(" "));
    }

    private static Path self() {
        try {
            return Path.of(RaceCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path is not made of files", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.collect(Collectors.toList())) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // Left to the system's own cleaning of its temporary folder.
        }
    }
}
