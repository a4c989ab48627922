package dev.hotpix.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Hotpix costs when a JVM starts: a program that never touches images, with no agent, an empty agent and
 * Hotpix, each also with an application class archive; and one that decodes a small JPEG at once.
 *
 * <p>Each run is a new process; runs are interleaved. CPU time is the whole process's, see {@link TimedProcess}.
 * The archive is made without an agent: one that was there already when the agent came.
 */
final class StartupBench {

    private static final String USAGE = String.join("\n",
            "java -cp agent/target/test-classes dev.hotpix.bench.StartupBench",
            "    [--java HOME_OR_BINARY]... [--agent JAR] [--runs N]",
            "",
            "Prints CPU and wall milliseconds of short JVM runs, medians; needs bash.",
            "  --java   a JVM to measure, may repeat; default: the one that runs this",
            "  --agent  default: the one beside these classes",
            "  --runs   interleaved runs of each (21)",
            "");

    /** With a class archive, JDK 25 complains of every agent on standard output, before the first line. */
    private static final String QUIET = "-Xlog:disable";

    private final String java;
    private final String agent;
    private final int runs;
    private final Path folder;
    private final Path emptyAgent;
    private final Path application;

    private StartupBench(String java, String agent, int runs, Path folder) throws IOException {
        this.java = java;
        this.agent = agent;
        this.runs = runs;
        this.folder = folder;
        emptyAgent = JarBuilder.agent(folder.resolve("empty-agent.jar"), EmptyAgent.class);
        application = JarBuilder.application(folder.resolve("application.jar"), HelloWorld.class, FirstImage.class);
    }

    /** One way to start, and what its runs took. */
    private static final class Lane {
        final String label;
        final List<String> command;
        final List<Double> cpu = new ArrayList<>();
        final List<Double> cpuRatio = new ArrayList<>();
        final List<Double> firstLine = new ArrayList<>();
        final List<Double> wall = new ArrayList<>();

        Lane(String label, List<String> command) {
            this.label = label;
            this.command = command;
        }
    }

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.parse(words, USAGE, "--java", "--agent", "--runs");
        if (!arguments.rest().isEmpty()) {
            Arguments.stop("unexpected " + arguments.rest(), USAGE);
        }
        List<String> jvms = arguments.all("--java");
        Setting.print(System.out, StartupBench.class, words);
        String agent = arguments.last("--agent").orElseGet(Setting::builtAgent);
        for (String jvm : jvms.isEmpty() ? List.of(Setting.thisJava()) : jvms) {
            Path folder = Files.createTempDirectory("hotpix-startup");
            try {
                String java = Setting.java(jvm);
                System.out.println("JVM:     " + Setting.version(java));
                new StartupBench(java, agent, arguments.number("--runs", 21), folder).run();
            } finally {
                delete(folder);
            }
        }
    }

    private void run() throws IOException {
        List<Lane> lanes = new ArrayList<>();
        addHello(lanes, "hello", List.of());
        addHello(lanes, "hello, class archive", List.of("-XX:SharedArchiveFile=" + makeArchive(), "-Xshare:auto"));
        race(lanes);
        print("hello world; ratio: CPU to that with the empty agent", lanes);

        String image = Sample.write(folder, 128, false).toString();
        lanes = new ArrayList<>();
        for (String[] lane : new String[][] {
            {"no agent", null}, {"empty agent", emptyAgent.toString()}, {"hotpix async", agent},
            {"hotpix sync", agent + "=start=sync"}}) {
            lanes.add(lane("first image: " + lane[0], List.of(), lane[1], FirstImage.class, image));
        }
        race(lanes);
        print("one JPEG of 128 x 128 at once", lanes);
    }

    private void addHello(List<Lane> lanes, String label, List<String> options) {
        lanes.add(lane(label + ": no agent", options, null, HelloWorld.class));
        lanes.add(lane(label + ": empty agent", options, emptyAgent.toString(), HelloWorld.class));
        lanes.add(lane(label + ": hotpix", options, agent, HelloWorld.class));
    }

    private Lane lane(String label, List<String> options, String agentOption, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java, QUIET, "-Djava.awt.headless=true"));
        command.addAll(options);
        if (agentOption != null) {
            command.add("-javaagent:" + agentOption);
        }
        command.addAll(List.of("-cp", application.toString(), main.getName()));
        command.addAll(List.of(arguments));
        return new Lane(label, command);
    }

    private Path makeArchive() throws IOException {
        Path archive = folder.resolve("application.jsa");
        TimedProcess.run(lane("", List.of("-XX:ArchiveClassesAtExit=" + archive), null, HelloWorld.class).command);
        if (!Files.exists(archive)) {
            throw new IOException("this JVM makes no class archive");
        }
        return archive;
    }

    /** The base of a ratio is the lane of the same group that has the empty agent. */
    private void race(List<Lane> lanes) throws IOException {
        for (Lane lane : lanes) {
            TimedProcess.run(lane.command);
        }
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < lanes.size(); i++) {
                Lane lane = lanes.get(run % 2 == 0 ? i : lanes.size() - 1 - i);
                TimedProcess took = TimedProcess.run(lane.command);
                lane.cpu.add(took.cpu);
                lane.firstLine.add(took.firstLine);
                lane.wall.add(took.wall);
            }
        }
        for (Lane lane : lanes) {
            Lane base = baseOf(lane, lanes);
            for (int run = 0; run < runs; run++) {
                lane.cpuRatio.add(lane.cpu.get(run) / base.cpu.get(run));
            }
        }
    }

    private static Lane baseOf(Lane lane, List<Lane> lanes) {
        String base = lane.label.substring(0, lane.label.indexOf(':')) + ": empty agent";
        return lanes.stream().filter(other -> other.label.equals(base)).findFirst().orElseThrow();
    }

    private static void print(String title, List<Lane> lanes) {
        Table table = new Table(title, "CPU ms", "ratio", "wall to first line", "wall to end");
        for (Lane lane : lanes) {
            table.row("  " + lane.label, Figures.text(Figures.median(lane.cpu), 0),
                    Figures.text(Figures.median(lane.cpuRatio), 2), Figures.text(Figures.median(lane.firstLine), 0),
                    Figures.text(Figures.median(lane.wall), 0));
        }
        table.print(System.out);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
