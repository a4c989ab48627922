package dev.hotpix.bench;

import dev.hotpix.instrument.LoadTransformer;
import dev.hotpix.instrument.decoders.DecoderClasses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * What the agent costs an application that loads many classes, none of which it weaves: the CPU time of loading them in
 * a JVM with no agent, with an empty one, and with Hotpix asleep and awake, in turns; and alone, the look-up that the
 * agent makes of the name of each, as a part of the whole.
 */
final class ClassLoadingBench {

    private static final String USAGE = String.join("\n",
            "java -cp agent/target/test-classes:agent/target/classes dev.hotpix.bench.ClassLoadingBench",
            "    [--java HOME_OR_BINARY] [--agent JAR] [--classes N] [--runs N]",
            "",
            "Prints CPU microseconds per class, and ratios to the empty agent by run: median, range; and of the least.",
            "  --java     the JVM to measure; default: the one that runs this",
            "  --agent    default: the one beside these classes",
            "  --classes  how many are loaded (30000)",
            "  --runs     interleaved runs of each (9)",
            "");

    private static final String TEMPLATE = "LoadedClass00000";

    private final String java;
    private final int classes;
    private final Path application;

    private ClassLoadingBench(String java, int classes, Path application) {
        this.java = java;
        this.classes = classes;
        this.application = application;
    }

    /** The name of one of the classes that are loaded. */
    static String name(int number) {
        return ClassLoadingBench.class.getPackageName() + "." + simpleName(number);
    }

    private static String simpleName(int number) {
        return String.format("LoadedClass%05d", number);
    }

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.parse(words, USAGE, "--java", "--agent", "--classes", "--runs");
        Setting.print(System.out, ClassLoadingBench.class, words);
        String java = Setting.java(arguments.last("--java").orElseGet(Setting::thisJava));
        System.out.println("JVM:     " + Setting.version(java));
        int classes = arguments.number("--classes", 30_000);
        Path folder = Files.createTempDirectory("hotpix-classes");
        try {
            Path jar = writeApplication(folder.resolve("application.jar"), classes);
            Path empty = JarBuilder.agent(folder.resolve("empty-agent.jar"), EmptyAgent.class);
            ClassLoadingBench bench = new ClassLoadingBench(java, classes, jar);
            double whole = bench.race(
                    arguments.last("--agent").orElseGet(Setting::builtAgent), empty, arguments.number("--runs", 9));
            bench.lookUp(whole);
        } finally {
            for (Path file : List.of(folder.resolve("application.jar"), folder.resolve("empty-agent.jar"), folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The template again and again: other names have the same length. */
    private static Path writeApplication(Path jar, int classes) throws IOException {
        byte[] template = Files.readAllBytes(classFile(TEMPLATE));
        List<Integer> places = new ArrayList<>();
        byte[] name = TEMPLATE.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + name.length <= template.length; i++) {
            if (Arrays.equals(template, i, i + name.length, name, 0, name.length)) {
                places.add(i);
            }
        }
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file)) {
            for (String worker : new String[] {"ClassLoadingWorker", "ClassLoadingBench"}) {
                put(out, worker, Files.readAllBytes(classFile(worker)));
            }
            for (int i = 1; i <= classes; i++) {
                byte[] bytes = template.clone();
                byte[] other = simpleName(i).getBytes(StandardCharsets.US_ASCII);
                places.forEach(place -> System.arraycopy(other, 0, bytes, place, other.length));
                put(out, simpleName(i), bytes);
            }
        }
        return jar;
    }

    private static Path classFile(String simpleName) {
        return Setting.classes().resolve(
                ClassLoadingBench.class.getPackageName().replace('.', '/') + "/" + simpleName + ".class");
    }

    private static void put(JarOutputStream out, String simpleName, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(
                ClassLoadingBench.class.getPackageName().replace('.', '/') + "/" + simpleName + ".class"));
        out.write(bytes);
    }

    /** Returns the nanoseconds that a class takes with the empty agent, at the least. */
    private double race(String agent, Path empty, int runs) throws IOException {
        String[][] lanes = {
            {"no agent", null, "asleep"}, {"empty agent", empty.toString(), "asleep"},
            {"hotpix asleep", agent, "asleep"}, {"empty agent, images used", empty.toString(), "awake"},
            {"hotpix awake", agent, "awake"}};
        List<List<Double>> nanos = new ArrayList<>();
        for (int i = 0; i < lanes.length; i++) {
            nanos.add(new ArrayList<>());
        }
        for (int run = 0; run < runs; run++) {
            for (int i = 0; i < lanes.length; i++) {
                int lane = run % 2 == 0 ? i : lanes.length - 1 - i;
                nanos.get(lane).add(load(lanes[lane][1], lanes[lane][2]) / classes);
            }
        }
        Table table = new Table(classes + " classes", "CPU us per class", "ratio", "lowest", "highest", "least us",
                "ratio of least");
        for (int i = 0; i < lanes.length; i++) {
            List<Double> base = nanos.get(i < 3 ? 1 : 3);
            List<Double> ratios = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                ratios.add(nanos.get(i).get(run) / base.get(run));
            }
            table.row("  " + lanes[i][0], Figures.text(Figures.median(nanos.get(i)) / 1e3, 2),
                    Figures.text(Figures.median(ratios), 3), Figures.text(Collections.min(ratios), 3),
                    Figures.text(Collections.max(ratios), 3), Figures.text(Collections.min(nanos.get(i)) / 1e3, 2),
                    Figures.text(Collections.min(nanos.get(i)) / Collections.min(base), 3));
        }
        table.print(System.out);
        return Collections.min(nanos.get(1));
    }

    private double load(String agent, String state) throws IOException {
        List<String> command = new ArrayList<>(List.of(java, "-Djava.awt.headless=true", "-XX:+UseSerialGC", "-Xmx1g"));
        if (agent != null) {
            command.add("-javaagent:" + agent);
        }
        command.addAll(List.of("-cp", application.toString(), ClassLoadingWorker.class.getName(),
                Integer.toString(classes), state));
        Process process = Setting.child(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return Double.parseDouble(out.readLine());
        }
    }

    /** What runs in the application's thread for each class: the time of it all, from the first call on. */
    private void lookUp(double whole) {
        Map<String, Runnable> others = new HashMap<>();
        DecoderClasses.NAMES.forEach(name -> others.put(name, () -> { }));
        LoadTransformer transformer = new LoadTransformer(new HashMap<>(), others, DecoderClasses.NATIVE_METHODS);
        ClassLoader loader = ClassLoadingBench.class.getClassLoader();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= classes; i++) {
            names.add(name(i).replace('.', '/'));
        }
        byte[] bytes = {};
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        for (String name : names) {
            transformer.transform(loader, name, null, null, bytes);
        }
        double each = (threads.getCurrentThreadCpuTime() - begin) / (double) classes;
        System.out.println("look-up of a name: " + Figures.text(each, 0) + " ns, "
                + Figures.text(100 * each / whole, 2) + " % of loading a class");
    }
}
