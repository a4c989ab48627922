package dev.hotpix.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the agent costs an application when it redirects nothing: decoding a photo and drawing its thumbnail, and
 * drawing icons of 16 x 16 pixels scaled. Two JVMs, with and without the agent, do the same work in turn.
 */
final class OverheadBench {

    private static final String USAGE = String.join("\n",
            "java -cp agent/target/test-classes dev.hotpix.bench.OverheadBench",
            "    [--java HOME_OR_BINARY] [--agent JAR] [--rounds N]",
            "",
            "Prints CPU time without and with the agent, and the median of the ratios of neighbouring turns.",
            "  --java    the JVM to measure; default: the one that runs this",
            "  --agent   default: the one beside these classes",
            "  --rounds  interleaved rounds that count (41)",
            "");

    private static final int PHOTO_SIDE = 1000;
    private static final int WARM_UP_ROUNDS = 8;

    /** One JVM. */
    private static final class Worker implements AutoCloseable {

        private final Process process;
        private final BufferedReader answers;
        private final PrintStream commands;

        Worker(String java, Path photo, List<String> options) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    java, "-Xms400m", "-Xmx400m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
            command.addAll(options);
            command.addAll(List.of(
                    "-cp", Setting.classes().toString(), OverheadWorker.class.getName(), photo.toString()));
            process = Setting.child(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        /** CPU nanoseconds per time. */
        double run(String work, int times) throws IOException {
            commands.println(work + " " + times);
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("a worker has died");
            }
            return Double.parseDouble(answer) / times;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private OverheadBench() {
    }

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.parse(words, USAGE, "--java", "--agent", "--rounds");
        Setting.print(System.out, OverheadBench.class, words);
        String java = Setting.java(arguments.last("--java").orElseGet(Setting::thisJava));
        System.out.println("JVM:     " + Setting.version(java));
        String agent = arguments.last("--agent").orElseGet(Setting::builtAgent);
        Path folder = Files.createTempDirectory("hotpix-overhead");
        Path photo = Sample.write(folder, PHOTO_SIDE, false);
        try (Worker stock = new Worker(java, photo, List.of());
                Worker measured = new Worker(
                        java, photo, List.of("-javaagent:" + agent + "=start=sync,redirect=false"))) {
            Table table = new Table("work", "without us", "with us", "ratio", "of best");
            int rounds = arguments.number("--rounds", 41);
            race(table, "decode 1 MP, draw 200 x 200", "thumbnail", 8, stock, measured, rounds);
            race(table, "draw 16 x 16 to 20 x 20, nearest", "nearest", 60_000, stock, measured, rounds);
            race(table, "draw 16 x 16 to 20 x 20, bilinear", "bilinear", 20_000, stock, measured, rounds);
            table.print(System.out);
        } finally {
            Files.delete(photo);
            Files.delete(folder);
        }
    }

    private static void race(
            Table table, String label, String work, int times, Worker stock, Worker measured, int rounds)
            throws IOException {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            // Who comes first changes, lest a drift of the machine favours one.
            double first = (round & 1) == 0 ? stock.run(work, times) : measured.run(work, times);
            double second = (round & 1) == 0 ? measured.run(work, times) : stock.run(work, times);
            if (round >= 0) {
                double plain = (round & 1) == 0 ? first : second;
                double ours = (round & 1) == 0 ? second : first;
                without.add(plain / 1e3);
                with.add(ours / 1e3);
                ratios.add(ours / plain);
            }
        }
        double best = without.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        double ourBest = with.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        table.row(label, Figures.text(Figures.median(without), 3) + " us", Figures.text(Figures.median(with), 3) + " us",
                Figures.text(Figures.median(ratios), 4), Figures.text(ourBest / best, 4));
    }
}
