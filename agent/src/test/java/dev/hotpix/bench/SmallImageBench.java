package dev.hotpix.bench;

import dev.hotpix.bench.WorkerJvm.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the redirect loses on small images: thread CPU time of tiny to small baseline JPEGs, stock and Hotpix
 * in turn, through {@code ImageIO.read} and through one {@code ImageReader} used again and again.
 */
final class SmallImageBench {

    private static final String USAGE = String.join("\n",
            "java -cp agent/target/test-classes dev.hotpix.bench.SmallImageBench",
            "    [--java HOME_OR_BINARY] [--agent JAR] [--rounds N]",
            "",
            "Prints CPU microseconds per decode of images made on the spot, stock and Hotpix, and their ratio.",
            "  --java    the JVM to measure; default: the one that runs this",
            "  --agent   default: the one beside these classes",
            "  --rounds  interleaved rounds that count (15)",
            "");

    private static final int[] SIDES = {8, 32, 64, 128, 256, 512};
    private static final int BATCHES = 3;
    private static final double TURN_MILLISECONDS = 30;
    private static final double WARM_UP_MILLISECONDS = 500;

    private final WorkerJvm stock;
    private final WorkerJvm hotpix;
    private final Path folder;
    private final int rounds;

    private SmallImageBench(WorkerJvm stock, WorkerJvm hotpix, Path folder, int rounds) {
        this.stock = stock;
        this.hotpix = hotpix;
        this.folder = folder;
        this.rounds = rounds;
    }

    /** One file, read in one way, and its times in milliseconds. */
    private static final class Lane {
        final String way;
        final int side;
        final boolean gray;
        int index;
        int each;
        boolean redirected;
        boolean sameAsStock;
        final List<Double> stock = new ArrayList<>();
        final List<Double> hotpix = new ArrayList<>();
        final List<Double> ratio = new ArrayList<>();

        Lane(String way, int side, boolean gray) {
            this.way = way;
            this.side = side;
            this.gray = gray;
        }
    }

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.parse(words, USAGE, "--java", "--agent", "--rounds");
        if (!arguments.rest().isEmpty()) {
            Arguments.stop("unexpected " + arguments.rest(), USAGE);
        }
        String java = arguments.last("--java").map(Setting::java).orElseGet(Setting::thisJava);
        String agent = arguments.last("--agent").orElseGet(Setting::builtAgent);
        Setting.print(System.out, SmallImageBench.class, words);
        System.out.println("JVM:     " + Setting.version(java));
        Path folder = Files.createTempDirectory("hotpix-small");
        try (WorkerJvm stock = WorkerJvm.stock(java); WorkerJvm hotpix = WorkerJvm.hotpix(java, agent)) {
            new SmallImageBench(stock, hotpix, folder, arguments.number("--rounds", 15)).run();
        } finally {
            Files.delete(folder);
        }
    }

    private void run() throws IOException {
        List<Lane> lanes = new ArrayList<>();
        for (String way : List.of("imageio", "reader")) {
            for (boolean gray : new boolean[] {false, true}) {
                for (int side : SIDES) {
                    lanes.add(prepare(new Lane(way, side, gray)));
                }
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (Lane lane : lanes) {
                race(lane, round % 2 == 1);
            }
        }
        print(lanes);
    }

    private Lane prepare(Lane lane) throws IOException {
        Path file = Sample.write(folder, lane.side, lane.gray);
        lane.index = stock.load(file);
        hotpix.load(file);
        Files.delete(file);
        lane.sameAsStock = stock.hash(lane.index).equals(hotpix.hash(lane.index));
        double first = stock.decode(lane.way, lane.index, 1, 50).meanThread;
        int warmUp = (int) Math.max(50, WARM_UP_MILLISECONDS / first);
        double warm = stock.decode(lane.way, lane.index, 1, warmUp).meanThread;
        hotpix.decode(lane.way, lane.index, 1, warmUp);
        lane.each = (int) Math.max(1, TURN_MILLISECONDS / BATCHES / warm);
        long before = hotpix.redirected();
        hotpix.decode(lane.way, lane.index, 1, 1);
        lane.redirected = hotpix.redirected() > before;
        return lane;
    }

    private void race(Lane lane, boolean reverse) throws IOException {
        Timing ofStock = reverse ? null : stock.decode(lane.way, lane.index, BATCHES, lane.each);
        Timing ofHotpix = hotpix.decode(lane.way, lane.index, BATCHES, lane.each);
        if (reverse) {
            ofStock = stock.decode(lane.way, lane.index, BATCHES, lane.each);
        }
        lane.stock.add(ofStock.bestThread);
        lane.hotpix.add(ofHotpix.bestThread);
        lane.ratio.add(ofStock.bestThread / ofHotpix.bestThread);
    }

    private static void print(List<Lane> lanes) {
        Table table = new Table("thread CPU microseconds", "side", "engine", "pixels", "stock", "hotpix",
                "difference", "stock/hotpix", "verdict");
        for (Lane lane : lanes) {
            double stock = Figures.median(lane.stock) * 1000;
            double hotpix = Figures.median(lane.hotpix) * 1000;
            double ratio = Figures.median(lane.ratio);
            table.row(lane.way + (lane.gray ? " gray" : " 4:2:0"), String.valueOf(lane.side),
                    lane.redirected ? "hotpix" : "stock", lane.sameAsStock ? "same" : "DIFFER",
                    Figures.text(stock, 1), Figures.text(hotpix, 1), Figures.text(hotpix - stock, 1),
                    Figures.text(ratio, 2), ratio < 1 ? "loses" : "wins");
        }
        table.print(System.out);
    }
}
