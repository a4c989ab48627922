package dev.hotpix.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the agent costs an application when it redirects nothing: decoding a photo and drawing its thumbnail, and
 * drawing icons of 16 x 16 pixels scaled. Pairs of JVMs, with and without the agent, do the same work in turn; of each
 * JVM its best turn counts. Several pairs, since two JVMs without any agent differ by a tenth as well. For photos, of
 * which the agent's part is too small to be seen in that, each JVM with the agent also works with it switched off and on
 * in turn: the mean of the differences, and its standard error.
 */
final class OverheadBench {

    private static final String USAGE = String.join("\n",
            "java -cp agent/target/test-classes dev.hotpix.bench.OverheadBench",
            "    [--java HOME_OR_BINARY] [--agent JAR] [--forks N] [--rounds N] [--pairs N]",
            "",
            "Prints CPU time without and with the agent, and the ratio: medians of all pairs, and its range.",
            "  --java    the JVM to measure; default: the one that runs this",
            "  --agent   default: the one beside these classes",
            "  --forks   pairs of JVMs (9)",
            "  --rounds  interleaved rounds of each pair that count (15)",
            "  --pairs   photos done with the agent switched off and on, each (1000; of 9 MP a fifth of that)",
            "");

    /** Each square; the small one is there for warming up. */
    private static final int[] PHOTO_SIDES = {200, 1000, 3000};
    /** As long as our part is interpreted it costs ten times what it does in an application that has run for a while. */
    private static final int WARM_UP_PHOTOS = 4000;
    private static final int WARM_UP_ROUNDS = 8;
    /** Of the longer ones the first thousand are looked at closely. */
    private static final int WARM_UP_LONG = 1200;

    /** One JVM. */
    private static final class Worker implements AutoCloseable {

        private final Process process;
        private final BufferedReader answers;
        private final PrintStream commands;

        Worker(String java, List<String> photos, List<String> options) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    java, "-Xms400m", "-Xmx400m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
            command.addAll(options);
            command.addAll(List.of("-cp", Setting.classes().toString(), OverheadWorker.class.getName()));
            command.addAll(photos);
            process = Setting.child(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        /** CPU nanoseconds per time. */
        double run(String work, int times) throws IOException {
            return Double.parseDouble(ask(work + " " + times)) / times;
        }

        /** CPU nanoseconds: off, on, off, on, ... */
        double[] pairs(String work, int pairs) throws IOException {
            return Arrays.stream(ask("pairs " + work + " " + pairs).trim().split(" "))
                    .mapToDouble(Double::parseDouble).toArray();
        }

        private String ask(String command) throws IOException {
            commands.println(command);
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("a worker has died");
            }
            return answer;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private OverheadBench() {
    }

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.parse(words, USAGE, "--java", "--agent", "--forks", "--rounds", "--pairs");
        Setting.print(System.out, OverheadBench.class, words);
        String java = Setting.java(arguments.last("--java").orElseGet(Setting::thisJava));
        System.out.println("JVM:     " + Setting.version(java));
        String agent = arguments.last("--agent").orElseGet(Setting::builtAgent);
        Path folder = Files.createTempDirectory("hotpix-overhead");
        List<String> photos = new ArrayList<>();
        for (int side : PHOTO_SIDES) {
            photos.add(Sample.write(folder, side, false).toString());
        }
        try {
            List<Lane> lanes = List.of(
                    new Lane("decode 1 MP, draw 200 x 200", "thumbnail-1", 4),
                    new Lane("decode 9 MP, draw 200 x 200", "thumbnail-2", 1),
                    new Lane("draw 16 x 16 to 20 x 20, nearest", "nearest", 20_000),
                    new Lane("draw 16 x 16 to 20 x 20, bilinear", "bilinear", 10_000));
            List<SwitchedLane> switched = List.of(
                    new SwitchedLane("decode 1 MP, draw 200 x 200", "thumbnail-1", 1),
                    new SwitchedLane("decode 9 MP, draw 200 x 200", "thumbnail-2", 5));
            for (int fork = 0; fork < arguments.number("--forks", 9); fork++) {
                try (Worker stock = new Worker(java, photos, List.of());
                        Worker measured = new Worker(
                                java, photos, List.of("-javaagent:" + agent + "=redirect=false"))) {
                    stock.run("thumbnail-0", WARM_UP_PHOTOS);
                    measured.run("thumbnail-0", WARM_UP_PHOTOS);
                    stock.run("thumbnail-1", WARM_UP_LONG);
                    measured.run("thumbnail-1", WARM_UP_LONG);
                    for (Lane lane : lanes) {
                        lane.race(stock, measured, arguments.number("--rounds", 15));
                    }
                    for (SwitchedLane lane : switched) {
                        lane.race(measured, arguments.number("--pairs", 1000));
                    }
                }
            }
            Table table = new Table("work", "without us", "with us", "ratio", "lowest", "highest");
            lanes.forEach(lane -> lane.print(table));
            table.print(System.out);
            Table differences = new Table("work, one JVM", "switched off", "on - off", "+-", "ratio", "+-");
            switched.forEach(lane -> lane.print(differences));
            differences.print(System.out);
        } finally {
            for (String photo : photos) {
                Files.delete(Path.of(photo));
            }
            Files.delete(folder);
        }
    }

    /** One kind of work, and the best times of all pairs of JVMs. */
    private static final class Lane {

        private final String label;
        private final String work;
        private final int times;
        private final List<Double> without = new ArrayList<>();
        private final List<Double> with = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();

        Lane(String label, String work, int times) {
            this.label = label;
            this.work = work;
            this.times = times;
        }

        void race(Worker stock, Worker measured, int rounds) throws IOException {
            double plain = Double.MAX_VALUE;
            double ours = Double.MAX_VALUE;
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                double first = stock.run(work, times);
                double second = measured.run(work, times);
                if (round >= 0) {
                    plain = Math.min(plain, first);
                    ours = Math.min(ours, second);
                }
            }
            without.add(plain / 1e3);
            with.add(ours / 1e3);
            ratios.add(ours / plain);
        }

        void print(Table table) {
            table.row(label, Figures.text(Figures.median(without), 3) + " us",
                    Figures.text(Figures.median(with), 3) + " us", Figures.text(Figures.median(ratios), 4),
                    Figures.text(Collections.min(ratios), 4), Figures.text(Collections.max(ratios), 4));
        }
    }

    /** One kind of work in JVMs with the agent, switched off and on. */
    private static final class SwitchedLane {

        /** An interruption of the machine's in one of the two is no cost of the agent's. */
        private static final double TRIMMED = 0.02;

        private final String label;
        private final String work;
        private final int divisor;
        private final List<Double> off = new ArrayList<>();
        private final List<Double> differences = new ArrayList<>();

        SwitchedLane(String label, String work, int divisor) {
            this.label = label;
            this.work = work;
            this.divisor = divisor;
        }

        void race(Worker measured, int pairs) throws IOException {
            measured.pairs(work, WARM_UP_ROUNDS);
            double[] times = measured.pairs(work, pairs / divisor);
            for (int i = 0; i < times.length; i += 2) {
                off.add(times[i] / 1e3);
                differences.add((times[i + 1] - times[i]) / 1e3);
            }
        }

        /** A mean and not a median: it is a share of the operations that is looked at closely. */
        void print(Table table) {
            double[] sorted = differences.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int cut = (int) (TRIMMED * sorted.length);
            double[] kept = Arrays.copyOfRange(sorted, cut, sorted.length - cut);
            double mean = Arrays.stream(kept).average().orElse(Double.NaN);
            double variance = Arrays.stream(kept).map(x -> (x - mean) * (x - mean)).sum() / (kept.length - 1);
            double error = Math.sqrt(variance / kept.length);
            double plain = Figures.median(off);
            table.row(label, Figures.text(plain, 1) + " us", Figures.text(mean, 1) + " us", Figures.text(error, 1),
                    Figures.text(1 + mean / plain, 4), Figures.text(error / plain, 4));
        }
    }
}
